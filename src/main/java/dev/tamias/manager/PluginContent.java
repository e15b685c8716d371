package dev.tamias.manager;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin to be added, all of it in memory: the three files that Chipmunk knows, and no other.
 *
 * @param name of its folder and its binary
 */
record PluginContent(
        String name, PluginBinary binary, Optional<byte[]> toml, Optional<byte[]> readme) {

    /** The files by their names. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        toml.ifPresent(bytes -> files.put(name + ".toml", bytes));
        readme.ifPresent(bytes -> files.put(PluginFiles.README, bytes));
        files.put(name + ".wasm", binary.bytes());
        return files;
    }
}
