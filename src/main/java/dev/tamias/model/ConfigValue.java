package dev.tamias.model;

import java.nio.file.Path;
import java.util.List;

/** A configuration value as a plugin receives it (chipmunk:shared/shared-types, {@code config-value}). */
public sealed interface ConfigValue {

    record Bool(boolean value) implements ConfigValue {}

    record Int(int value) implements ConfigValue {}

    record Float32(float value) implements ConfigValue {}

    record Text(String value) implements ConfigValue {}

    record Directories(List<Path> paths) implements ConfigValue {
        public Directories {
            paths = List.copyOf(paths);
        }
    }

    record Files(List<Path> paths) implements ConfigValue {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    record Dropdown(String value) implements ConfigValue {}
}
