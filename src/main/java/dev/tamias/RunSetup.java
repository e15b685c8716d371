package dev.tamias;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginSetup;
import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginsManager;
import dev.tamias.model.PluginType;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParserFactory;
import java.util.Map;

/**
 * What the plugins of a run are made of.
 *
 * @param session what the run's session is called in the log; empty where there is only one
 */
record RunSetup(RunPlan plan, RunLog log, String session) {

    Engine engine() {
        return plan.parser().engine();
    }

    private PluginsManager plugins() {
        return plan.parser().plugins();
    }

    /** What an instance of that plugin is made of. */
    PluginSetup plugin(PluginType type, String nameOrPath, Map<String, Object> settings) {
        PluginEntry entry = plugins().require(type, nameOrPath);
        // In this order: what a plugin says of itself is then known to be said by these very bytes.
        Component component = entry.component();
        Configuration configuration = Configuration.of(nameOrPath, entry.info().schema(), settings);
        return new PluginSetup(entry.name(), engine(), component, configuration, plan.level())
                .withLog(log, session)
                .withListener(entry.listener());
    }

    /** Opens instances of a parser. */
    ParserFactory parsers(ParserStep step) {
        PluginSetup setup = plugin(PluginType.PARSER, step.name(), step.settings());
        return () -> ParserHost.open(setup);
    }

    /** The first parser's policy: the plugin's usual one, as the user changed it. */
    ParsePolicy policy() {
        return policy(plan);
    }

    static ParsePolicy policy(RunPlan plan) {
        boolean lines = plan.parser().plugin().metadata().newlineTail();
        ParsePolicy usual =
                lines
                        ? ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE)
                        : ParsePolicy.DEFAULT;
        return plan.policy().apply(usual);
    }
}
