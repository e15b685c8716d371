package dev.tamias.host;

import dev.tamias.model.LogLevel;
import dev.tamias.model.RenderOptions;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An initialised parser. One thread at a time, a guest thread of the engine's. After a failure it is to
 * be closed: a trap leaves an instance in no defined state.
 */
public final class ParserHost implements AutoCloseable {

    private final PluginSetup setup;
    private final PluginInstance instance;
    private final ParserGuest guest;
    private final RenderOptions renderOptions;

    private ParserHost(PluginSetup setup, PluginInstance instance) {
        this.setup = setup;
        this.instance = instance;
        this.guest = instance.parser();
        instance.call(
                "initialising",
                () -> {
                    guest.init(setup.level(), setup.configuration());
                    return true;
                });
        // Asked for again: a plugin may know its columns only once it is configured.
        this.renderOptions = instance.call("telling its columns", guest::renderOptions);
    }

    /**
     * Instantiates and initialises a parser.
     *
     * @throws dev.tamias.model.TamiasException where it cannot start or refuses its configuration
     */
    public static ParserHost open(PluginSetup setup) {
        PluginInstance instance = PluginInstance.of(setup);
        try {
            return new ParserHost(setup, instance);
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /** The plugin's name. */
    public String plugin() {
        return setup.plugin();
    }

    /** How its messages are to be shown, as of its configuration. */
    public RenderOptions renderOptions() {
        return renderOptions;
    }

    /** What the plugin logs to. */
    public RunLog log() {
        return setup.log();
    }

    /** Logs what a session does about this parser, at a byte of the input. */
    public void note(LogLevel level, long offset, String text) {
        setup.add(
                new RunLog.Entry(
                        Instant.now(),
                        level,
                        RunLog.Kind.SESSION,
                        setup.plugin(),
                        setup.session(),
                        OptionalLong.of(offset),
                        text));
    }

    /** Parses a slice that is not said to be from anywhere in the input. */
    public ParseReply parse(
            byte[] data, int from, int length, @Nullable Long timestamp, ItemSink sink) {
        return parse(data, from, length, OptionalLong.empty(), timestamp, sink);
    }

    /**
     * Parses a slice; see {@link ParserGuest#parse}. Lines are split into columns where there are several.
     *
     * @param offset where the slice begins in the input, for the log and for failures
     */
    public ParseReply parse(
            byte[] data,
            int from,
            int length,
            OptionalLong offset,
            @Nullable Long timestamp,
            ItemSink sink) {
        instance.at(offset);
        ItemSink columns = renderOptions.columns().size() > 1 ? new ColumnSplit(sink) : sink;
        return instance.call("parsing", () -> guest.parse(data, from, length, timestamp, columns));
    }

    @Override
    public void close() {
        instance.close();
    }
}
