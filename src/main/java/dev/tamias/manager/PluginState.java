package dev.tamias.manager;

/** What is known of a plugin. */
public enum PluginState {
    /** Its files were found; nothing was read yet. */
    DISCOVERED,
    /** It was loaded and told what it is. */
    VALID,
    /** It cannot be used; the entry says why. */
    INVALID
}
