package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.LogLevel;

/**
 * What an instance of a plugin is made of.
 *
 * @param plugin its name, for messages and its logger
 */
public record PluginSetup(
        String plugin,
        Engine engine,
        Component component,
        Configuration configuration,
        LogLevel level) {}
