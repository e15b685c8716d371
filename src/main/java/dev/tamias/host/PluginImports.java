package dev.tamias.host;

import dev.tamias.model.LogLevel;

/** What a plugin reaches on the host's side, whatever the version of its interface. */
public interface PluginImports {

    /** The plugin logs a message. */
    void log(LogLevel level, String message);

    /**
     * The plugin's temporary directory under the name by which it may open it.
     *
     * @throws dev.tamias.model.HostException where there is none; the plugin is told the sentence
     */
    String temporaryDirectory();
}
