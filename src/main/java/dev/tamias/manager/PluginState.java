package dev.tamias.manager;

/** What is known of a plugin, and what becomes of it. */
public enum PluginState {
    /** Its files were found; nothing was read yet. */
    DISCOVERED,
    /** It keeps to its interface and told what it is. */
    VALID,
    /** It cannot be used; the entry says why, all reasons at once. */
    INVALID,
    /** Its binary is no longer the one that was judged; it is judged anew when it is next used. */
    STALE,
    /** Instances of it are at work; the entry says how many. */
    RUNNING,
    /** Its latest run ended with a failure of its own. */
    FAILED,
    /** Its metadata says that it is not to run. */
    DISABLED
}
