package dev.tamias.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration that a plugin asks for, in the plugin's order (chipmunk:shared/shared-types,
 * {@code config-schema-item}).
 */
public record ConfigSchema(List<Item> items) {

    public ConfigSchema {
        items = List.copyOf(items);
    }

    /** The item with that id. */
    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The ids, for a message that offers them. */
    public String ids() {
        return items.stream().map(Item::id).collect(Collectors.joining(", "));
    }

    /**
     * One configuration item.
     *
     * @param title what a form shows
     * @param description a sentence for the user; empty where the plugin gives none
     */
    public record Item(String id, String title, String description, Input input) {}

    /** What an item accepts, with its default ({@code config-schema-type}). */
    public sealed interface Input {

        /** What is sent where the user sets nothing. */
        ConfigValue initial();

        /** What a person calls this type of input. */
        String title();
    }

    /** A yes or no. */
    public record BooleanInput(boolean value) implements Input {
        @Override
        public ConfigValue initial() {
            return new ConfigValue.Bool(value);
        }

        @Override
        public String title() {
            return "boolean";
        }
    }

    /** A signed 32-bit number. */
    public record IntegerInput(int value) implements Input {
        @Override
        public ConfigValue initial() {
            return new ConfigValue.Int(value);
        }

        @Override
        public String title() {
            return "integer";
        }
    }

    /** A 32-bit floating-point number. */
    public record FloatInput(float value) implements Input {
        @Override
        public ConfigValue initial() {
            return new ConfigValue.Float32(value);
        }

        @Override
        public String title() {
            return "float";
        }
    }

    /** A text. */
    public record TextInput(String value) implements Input {
        @Override
        public ConfigValue initial() {
            return new ConfigValue.Text(value);
        }

        @Override
        public String title() {
            return "text";
        }
    }

    /** Directories that the plugin may read. */
    public record DirectoriesInput() implements Input {
        @Override
        public ConfigValue initial() {
            return new ConfigValue.Directories(List.of());
        }

        @Override
        public String title() {
            return "directories";
        }
    }

    /** Files that the plugin may read; no extensions means any. */
    public record FilesInput(List<String> extensions) implements Input {
        public FilesInput {
            extensions = List.copyOf(extensions);
        }

        @Override
        public ConfigValue initial() {
            return new ConfigValue.Files(List.of());
        }

        @Override
        public String title() {
            return "files";
        }
    }

    /** One of several options. A default that is none of them gives way to the first, as in Chipmunk. */
    public record DropdownInput(List<String> options, String value) implements Input {
        public DropdownInput {
            options = List.copyOf(options);
        }

        @Override
        public ConfigValue initial() {
            boolean known = options.isEmpty() || options.contains(value);
            return new ConfigValue.Dropdown(known ? value : options.get(0));
        }

        @Override
        public String title() {
            return "dropdown";
        }
    }
}
