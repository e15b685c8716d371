package dev.tamias.session;

import dev.tamias.host.ParserHost;
import dev.tamias.model.RenderOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where a parser sits: it is opened at once, kept for one session after the other, and replaced after a
 * failure, which leaves an instance in no defined state. One thread at a time, a guest thread of the
 * engine's.
 */
public final class ParserSeat implements AutoCloseable {

    private final ParserFactory parsers;
    private final String plugin;
    private RenderOptions renderOptions;
    private @Nullable ParserHost parser;

    /**
     * Opens the first parser.
     *
     * @throws dev.tamias.model.TamiasException where it cannot start or refuses its configuration
     */
    public ParserSeat(ParserFactory parsers) {
        this.parsers = parsers;
        ParserHost first = parsers.open();
        this.plugin = first.plugin();
        this.renderOptions = first.renderOptions();
        this.parser = first;
    }

    /** The plugin's name. */
    public String plugin() {
        return plugin;
    }

    /** How the parser's messages are to be shown, as of its configuration. */
    public RenderOptions renderOptions() {
        return renderOptions;
    }

    /** The parser, opened anew where the one before was thrown away. */
    public ParserHost parser() {
        ParserHost current = parser;
        if (current == null) {
            current = parsers.open();
            renderOptions = current.renderOptions();
            parser = current;
        }
        return current;
    }

    /** Whether the last parser was thrown away and none has been asked for since. */
    boolean empty() {
        return parser == null;
    }

    /** Throws the parser away; the next one is fresh. */
    public void discard() {
        ParserHost current = parser;
        parser = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        discard();
    }
}
