package dev.tamias.jupyter;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.util.List;

/** A plugin found by its name alone, of whatever type it is. */
final class PluginNamed {

    private PluginNamed() {}

    static PluginEntry in(Plugins plugins, String name) {
        List<PluginEntry> named =
                plugins.list().stream().filter(entry -> entry.name().equals(name)).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        String words =
                named.isEmpty()
                        ? "There is no plugin \"" + name + "\"; %plugins lists what there is."
                        : "There are a parser and a byte source \""
                                + name
                                + "\"; Plugins.scan().plugin(TYPE, NAME) takes either.";
        throw new HostException(Trouble.UNKNOWN_PLUGIN, words);
    }
}
