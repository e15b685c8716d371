package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.LogLevel;
import java.util.Optional;

/**
 * What an instance of a plugin is made of.
 *
 * @param plugin its name, for messages and its logger
 * @param level how much the plugin is asked to log
 * @param log where it logs to
 * @param session what the session is called in the log; empty where there is only one
 * @param listener told of the instances that are made
 * @param reach notes what an instance reaches for that is not its own; as a rule nobody asks
 */
public record PluginSetup(
        String plugin,
        Engine engine,
        Component component,
        Configuration configuration,
        LogLevel level,
        RunLog log,
        String session,
        InstanceListener listener,
        Optional<Reach> reach) {

    /** A setup that asks for errors only, with a log of its own. */
    public PluginSetup(
            String plugin, Engine engine, Component component, Configuration configuration) {
        this(plugin, engine, component, configuration, LogLevel.ERROR);
    }

    /** A setup with a log of its own. */
    public PluginSetup(
            String plugin,
            Engine engine,
            Component component,
            Configuration configuration,
            LogLevel level) {
        this(
                plugin,
                engine,
                component,
                configuration,
                level,
                new RunLog(),
                "",
                InstanceListener.NONE,
                Optional.empty());
    }

    /** Adds to the log, and tells the listener. */
    void add(RunLog.Entry entry) {
        log.add(entry);
        listener.logged(entry);
    }

    /** The same with another log level. */
    public PluginSetup withLevel(LogLevel other) {
        return new PluginSetup(
                plugin, engine, component, configuration, other, log, session, listener, reach);
    }

    /** The same, logging to {@code to} as {@code name}. */
    public PluginSetup withLog(RunLog to, String name) {
        return new PluginSetup(
                plugin, engine, component, configuration, level, to, name, listener, reach);
    }

    /** The same, telling {@code told} of the instances that are made. */
    public PluginSetup withListener(InstanceListener told) {
        return new PluginSetup(
                plugin, engine, component, configuration, level, log, session, told, reach);
    }

    /** The same, whose instances {@code notes} watches. */
    public PluginSetup withReach(Reach notes) {
        return new PluginSetup(
                plugin,
                engine,
                component,
                configuration,
                level,
                log,
                session,
                listener,
                Optional.of(notes));
    }
}
