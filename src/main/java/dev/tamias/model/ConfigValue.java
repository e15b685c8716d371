package dev.tamias.model;

import java.nio.file.Path;
import java.util.List;

/** A configuration value as a plugin receives it (chipmunk:shared/shared-types, {@code config-value}). */
public sealed interface ConfigValue {

    /** The value as a person would write it. */
    String text();

    /** The value as JSON knows it: a Boolean, a Number, a String, or a list of Strings. */
    Object plain();

    record Bool(boolean value) implements ConfigValue {
        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    record Int(int value) implements ConfigValue {
        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String text() {
            return Integer.toString(value);
        }
    }

    record Float32(float value) implements ConfigValue {
        @Override
        public Object plain() {
            return Float.isFinite(value) ? (Object) Double.valueOf(Float.toString(value)) : text();
        }

        @Override
        public String text() {
            return Float.toString(value);
        }
    }

    record Text(String value) implements ConfigValue {
        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String text() {
            return '"' + value + '"';
        }
    }

    record Directories(List<Path> paths) implements ConfigValue {
        public Directories {
            paths = List.copyOf(paths);
        }

        @Override
        public Object plain() {
            return paths.stream().map(Path::toString).toList();
        }

        @Override
        public String text() {
            return paths.toString();
        }
    }

    record Files(List<Path> paths) implements ConfigValue {
        public Files {
            paths = List.copyOf(paths);
        }

        @Override
        public Object plain() {
            return paths.stream().map(Path::toString).toList();
        }

        @Override
        public String text() {
            return paths.toString();
        }
    }

    record Dropdown(String value) implements ConfigValue {
        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String text() {
            return value;
        }
    }
}
