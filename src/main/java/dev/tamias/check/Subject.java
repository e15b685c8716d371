package dev.tamias.check;

import dev.tamias.component.Component;
import dev.tamias.component.abi.ReturnWatch;
import dev.tamias.engine.Engine;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginSetup;
import dev.tamias.host.Reach;
import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseSession;
import dev.tamias.session.ParseSummary;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The plugin that is checked, with the settings it is checked with; every run has a fresh instance.
 *
 * @param returns shown what every instance returns; as a rule nobody asks
 */
record Subject(
        PluginEntry entry,
        Engine engine,
        Component component,
        PluginInfo info,
        Map<String, Object> settings,
        Optional<ReturnWatch> returns) {

    /** Slices that most inputs fit into whole: what depends on slices is another check. */
    private static final ParsePolicy SLICES = ParsePolicy.DEFAULT.withSlices(256 << 10, 1 << 20);

    /** Rows that are kept of a run: enough to compare, and no plugin's flood. */
    static final int MOST_ROWS = 50_000;

    static Subject of(PluginEntry entry, Engine engine, Map<String, Object> settings) {
        // In this order: what a plugin says of itself is then known to be said by these very bytes.
        Component component = entry.component();
        return new Subject(entry, engine, component, entry.info(), settings, Optional.empty());
    }

    /** The same, with {@code watch} shown what every instance returns. */
    Subject watched(ReturnWatch watch) {
        return new Subject(entry, engine, component, info, settings, Optional.of(watch));
    }

    /** The settings, and the defaults of all other items. */
    Configuration configuration() {
        return Configuration.of(entry.name(), info.schema(), settings);
    }

    /** What an instance is made of. */
    PluginSetup setup(Configuration configuration, RunLog log) {
        PluginSetup setup =
                new PluginSetup(entry.name(), engine, component, configuration, LogLevel.ERROR)
                        .withLog(log, "");
        return returns.map(watch -> setup.withReach(Reach.ofReturns(watch))).orElse(setup);
    }

    /** What a session does at the end of a log: as in every other run of this plugin. */
    ParsePolicy policy() {
        return entry.metadata().newlineTail() ? SLICES.withTail(ParsePolicy.Tail.NEWLINE) : SLICES;
    }

    Outcome run(byte[] input) {
        return run(BinaryByteSource.of(input), configuration());
    }

    /** Parses a whole source. Never throws for what the plugin does. */
    Outcome run(ByteSource source, Configuration configuration) {
        return run(source, configuration, UnaryOperator.identity());
    }

    /** Parses with the settings, watched. */
    Outcome run(byte[] input, Reach reach) {
        return run(BinaryByteSource.of(input), configuration(), setup -> setup.withReach(reach));
    }

    private Outcome run(
            ByteSource source, Configuration configuration, UnaryOperator<PluginSetup> more) {
        return engine.executor().run(() -> parse(source, configuration, more));
    }

    private Outcome parse(
            ByteSource source, Configuration configuration, UnaryOperator<PluginSetup> more) {
        RunLog log = new RunLog();
        PluginSetup setup = more.apply(setup(configuration, log));
        List<Row> rows = new ArrayList<>();
        ParseSession session;
        try {
            session = new ParseSession(() -> ParserHost.open(setup), source, policy());
        } catch (TamiasException e) {
            source.close();
            return new Outcome(rows, null, e, log.entries(), 0);
        }
        TamiasException failure = null;
        int columns = Math.max(1, session.parser().renderOptions().columns().size());
        try (session) {
            session.limit(MOST_ROWS)
                    .run(
                            (offset, length, cells, file) ->
                                    rows.add(Row.of(offset, length, cells, file)));
        } catch (TamiasException e) {
            failure = e;
        }
        ParseSummary summary = session.summary();
        return new Outcome(rows, summary, failure, log.entries(), columns);
    }
}
