package dev.tamias.host;

import dev.tamias.model.LogLevel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What happened in a run beside its rows: what the plugins logged and printed, how they trapped, and what
 * the sessions did about it. The entries are kept in their order, the oldest given up where they become
 * too many, and each goes to the SLF4J logger {@code chipmunk.plugin.NAME} too. Any thread may add.
 */
public final class RunLog {

    /** How many entries are kept where nothing else is said. */
    private static final int ENTRIES = 10_000;

    /** How many characters those may have together: one plugin's output, as its limit is by default. */
    private static final long CHARACTERS = 16L << 20;

    private static final String LOGGER = "chipmunk.plugin.";

    private final Function<String, Logger> loggers;
    private final int mostEntries;
    private final long mostCharacters;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long characters;
    private long dropped;

    /** Where an entry is from. */
    public enum Kind {
        /** The plugin logged it. */
        LOG,
        /** The plugin read standard input, of which it has none. */
        STDIN,
        /** The plugin printed it. */
        STDOUT,
        /** The plugin printed it as an error. */
        STDERR,
        /** The plugin trapped, or was stopped. */
        TRAP,
        /** The host or the session says it, of the plugin. */
        SESSION
    }

    /**
     * One entry.
     *
     * @param plugin the plugin's name
     * @param session what the session is called; empty where there is only one
     * @param offset the byte of the input from which the plugin was parsing, or up to which it had read;
     *     empty where it did neither
     * @param text one line, made fit to be shown
     */
    public record Entry(
            Instant time,
            LogLevel level,
            Kind kind,
            String plugin,
            String session,
            OptionalLong offset,
            String text) {}

    /** A log of the usual size. */
    public RunLog() {
        this(ENTRIES, CHARACTERS);
    }

    /** A log that keeps so many entries with so many characters together. */
    public RunLog(int mostEntries, long mostCharacters) {
        this(mostEntries, mostCharacters, LoggerFactory::getLogger);
    }

    RunLog(int mostEntries, long mostCharacters, Function<String, Logger> loggers) {
        this.loggers = loggers;
        this.mostEntries = mostEntries;
        this.mostCharacters = mostCharacters;
    }

    /** Takes an entry, whose text is fit to be shown. */
    public void add(Entry entry) {
        keep(entry);
        LoggingEventBuilder event =
                loggers.apply(LOGGER + entry.plugin()).atLevel(slf4j(entry.level()));
        event = event.addKeyValue("kind", entry.kind());
        if (!entry.session().isEmpty()) {
            event = event.addKeyValue("session", entry.session());
        }
        if (entry.offset().isPresent()) {
            event = event.addKeyValue("offset", entry.offset().getAsLong());
        }
        event.log(entry.text());
    }

    /** Takes an entry that another log has taken too, which told the logger of it. */
    public synchronized void keep(Entry entry) {
        entries.addLast(entry);
        characters += entry.text().length();
        while (entries.size() > mostEntries || characters > mostCharacters && entries.size() > 1) {
            characters -= entries.removeFirst().text().length();
            dropped++;
        }
    }

    private static Level slf4j(LogLevel level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    /** The entries that are kept, oldest first: a copy. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many entries were given up for newer ones. */
    public synchronized long dropped() {
        return dropped;
    }
}
