package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.ComponentException;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what a binary is, and asks a plugin what it says of itself. */
public final class PluginProbe {

    private PluginProbe() {}

    /**
     * Reads a plugin's component.
     *
     * @throws HostException naming the plugin, with what is wrong with the binary as its cause
     */
    public static Component load(String plugin, Engine engine, byte[] binary) {
        return load(plugin, () -> Component.of(engine, binary));
    }

    /**
     * Reads a plugin's component that was found valid before; see {@link Component#ofKnown}.
     *
     * @throws HostException as {@link #load}
     */
    public static Component loadKnown(String plugin, Engine engine, byte[] binary) {
        return load(plugin, () -> Component.ofKnown(engine, binary));
    }

    private static Component load(String plugin, Supplier<Component> component) {
        try {
            return component.get();
        } catch (ComponentException e) {
            throw new HostException(
                    e.trouble(),
                    "\"" + plugin + "\" is no usable plugin: " + decapitalised(e.sentence()),
                    e);
        }
    }

    private static String decapitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /**
     * Version, configuration schema and render options of a plugin, asked of an instance that is granted
     * nothing and gone afterwards.
     *
     * @throws dev.tamias.model.TamiasException where it is no plugin, one of another type or version, or
     *     fails
     */
    public static PluginInfo info(
            String plugin, PluginType wanted, Engine engine, Component component) {
        return info(plugin, wanted, engine, component, Optional.empty());
    }

    /** As {@link #info(String, PluginType, Engine, Component)}, watched. */
    public static PluginInfo info(
            String plugin, PluginType wanted, Engine engine, Component component, Reach reach) {
        return info(plugin, wanted, engine, component, Optional.of(reach));
    }

    private static PluginInfo info(
            String plugin,
            PluginType wanted,
            Engine engine,
            Component component,
            Optional<Reach> reach) {
        PluginExport export = PluginExport.of(plugin, component);
        if (export.type() != wanted) {
            throw new HostException(
                    Trouble.NOT_A_PLUGIN,
                    "\""
                            + plugin
                            + "\" is a "
                            + export.type().title()
                            + ", not a "
                            + wanted.title()
                            + ".");
        }
        Configuration nothing = new Configuration(Map.of());
        PluginSetup plain = new PluginSetup(plugin, engine, component, nothing, LogLevel.ERROR);
        PluginSetup setup = reach.map(plain::withReach).orElse(plain);
        return engine.executor().run(() -> ask(setup, export));
    }

    private static PluginInfo ask(PluginSetup setup, PluginExport export) {
        try (PluginInstance instance = PluginInstance.ofNothing(setup)) {
            if (export.type() == PluginType.PARSER) {
                ParserGuest guest = instance.parser();
                return instance.call(
                        "telling what it is",
                        () -> info(export, guest.version(), guest.schema(), guest.renderOptions()));
            }
            ByteSourceGuest guest = instance.byteSource();
            return instance.call(
                    "telling what it is",
                    () -> info(export, guest.version(), guest.schema(), RenderOptions.PLAIN));
        }
    }

    private static PluginInfo info(
            PluginExport export,
            SemanticVersion version,
            ConfigSchema schema,
            RenderOptions options) {
        return new PluginInfo(export.type(), export.version(), version, schema, options);
    }
}
