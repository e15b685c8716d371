package dev.tamias.model;

/** The kinds of plugin, each with the folder that Chipmunk keeps them in. */
public enum PluginType {
    PARSER("parsers", "parser"),
    BYTE_SOURCE("bytesources", "byte source");

    private final String folder;
    private final String title;

    PluginType(String folder, String title) {
        this.folder = folder;
        this.title = title;
    }

    /** The folder below {@code plugins} that holds plugins of this type. */
    public String folder() {
        return folder;
    }

    /** What a person calls this type. */
    public String title() {
        return title;
    }
}
