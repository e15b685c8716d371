package dev.tamias.host;

import dev.tamias.model.GuestText;
import dev.tamias.model.LogLevel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a plugin logs: passed on to the logger {@code chipmunk.plugin.NAME}, the last lines kept for
 * error messages, and cut where a plugin floods it.
 */
public final class HostLogging {

    /** How many lines an error can look back on. */
    private static final int KEPT = 50;

    private final System.Logger logger;
    private final LogLevel level;
    private final int messageBytes;
    private final long outputBytes;
    private final Deque<Line> tail = new ArrayDeque<>();
    private long written;
    private boolean suppressing;

    /** One message. */
    public record Line(LogLevel level, String message) {}

    public HostLogging(String plugin, LogLevel level, int messageBytes, long outputBytes) {
        this.logger = System.getLogger("chipmunk.plugin." + plugin);
        this.level = level;
        this.messageBytes = messageBytes;
        this.outputBytes = outputBytes;
    }

    /** The level that the plugin is asked to log at; more than that is dropped. */
    public LogLevel level() {
        return level;
    }

    /** Takes a message. */
    public synchronized void log(LogLevel at, String message) {
        if (at.compareTo(level) > 0) {
            return;
        }
        if (written >= outputBytes) {
            if (!suppressing) {
                suppressing = true;
                keep(new Line(LogLevel.WARN, "further messages of this plugin are suppressed"));
            }
            return;
        }
        String cut = message.length() > messageBytes ? message.substring(0, messageBytes) : message;
        String kept = GuestText.oneLine(cut);
        written += cut.length();
        keep(new Line(at, kept));
    }

    private void keep(Line line) {
        tail.addLast(line);
        if (tail.size() > KEPT) {
            tail.removeFirst();
        }
        logger.log(systemLevel(line.level()), line.message());
    }

    private static System.Logger.Level systemLevel(LogLevel level) {
        return switch (level) {
            case ERROR -> System.Logger.Level.ERROR;
            case WARN -> System.Logger.Level.WARNING;
            case INFO -> System.Logger.Level.INFO;
            case DEBUG -> System.Logger.Level.DEBUG;
            case TRACE -> System.Logger.Level.TRACE;
        };
    }

    /** The last messages, oldest first. */
    public synchronized List<Line> tail() {
        return List.copyOf(tail);
    }
}
