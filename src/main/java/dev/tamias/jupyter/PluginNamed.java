package dev.tamias.jupyter;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
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

    /** The plugin of a name or a file, after it was found out whether it can be used. */
    static PluginEntry checked(Plugins plugins, String nameOrFile) {
        PluginEntry entry =
                nameOrFile.endsWith(".wasm")
                        ? ofFile(plugins, nameOrFile)
                        : in(plugins, nameOrFile);
        entry.info();
        return entry;
    }

    /** A file says its type itself, so the types are tried in turn. */
    private static PluginEntry ofFile(Plugins plugins, String file) {
        PluginEntry parser = plugins.plugin(PluginType.PARSER, file);
        try {
            parser.info();
            return parser;
        } catch (TamiasException e) {
            if (e.trouble() != Trouble.NOT_A_PLUGIN) {
                throw e;
            }
            return plugins.plugin(PluginType.BYTE_SOURCE, file);
        }
    }
}
