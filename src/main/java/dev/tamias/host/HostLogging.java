package dev.tamias.host;

import dev.tamias.model.GuestText;
import dev.tamias.model.Limits;
import dev.tamias.model.LogLevel;
import dev.tamias.wasi.OutputBudget;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What one instance logs and prints, on its way into the {@link RunLog}: long messages are cut, a flood
 * is cut off once and counted, what could harm a terminal is replaced, and what was printed is joined into
 * lines. The instance's thread writes; any thread may read.
 */
final class HostLogging implements AutoCloseable {

    private final PluginSetup setup;
    private final int messageBytes;
    private final OutputBudget budget;
    private final OutputLines stdout;
    private final OutputLines stderr;
    private OptionalLong offset = OptionalLong.empty();
    private String last = "";
    private long suppressed;

    HostLogging(PluginSetup setup) {
        Limits limits = setup.engine().limits();
        this.setup = setup;
        this.messageBytes = limits.messageBytes();
        this.budget = new OutputBudget(limits);
        this.stdout = lines(RunLog.Kind.STDOUT, LogLevel.INFO);
        this.stderr = lines(RunLog.Kind.STDERR, LogLevel.WARN);
    }

    private OutputLines lines(RunLog.Kind kind, LogLevel level) {
        return new OutputLines(messageBytes, line -> message(kind, level, line));
    }

    /** From now on the plugin works at this byte of the input. */
    synchronized void at(OptionalLong byteOfInput) {
        offset = byteOfInput;
    }

    /** Takes a message; one of a level that the plugin was not asked for is dropped. */
    synchronized void log(LogLevel level, String message) {
        if (level.compareTo(setup.level()) <= 0) {
            message(RunLog.Kind.LOG, level, message);
        }
    }

    /** Standard input, which is empty; that a plugin reads it all the same is noted once. */
    InputStream stdin() {
        return new InputStream() {
            private boolean noted;

            @Override
            public int read() {
                synchronized (HostLogging.this) {
                    if (!noted) {
                        noted = true;
                        add(RunLog.Kind.STDIN, LogLevel.WARN, "it reads standard input");
                    }
                }
                return -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return read();
            }
        };
    }

    synchronized void stdout(byte[] bytes) {
        stdout.write(bytes);
    }

    synchronized void stderr(byte[] bytes) {
        stderr.write(bytes);
    }

    private void message(RunLog.Kind kind, LogLevel level, String message) {
        // An empty message is kept, and must not be for nothing.
        if (budget.take(Math.max(1, Math.min(message.length(), messageBytes))) == 0) {
            suppressed++;
            budget.told().ifPresent(limit -> limit(limit + "; what is beyond it is suppressed"));
            return;
        }
        String shown = GuestText.oneLine(message, messageBytes);
        if (!shown.isEmpty()) {
            last = shown;
        }
        add(kind, level, shown);
    }

    /** Notes that the plugin trapped or was stopped. */
    synchronized void trap(String text) {
        flush();
        add(RunLog.Kind.TRAP, LogLevel.ERROR, text);
    }

    /** Notes that the plugin met a limit, and goes on. */
    synchronized void limit(String text) {
        session(LogLevel.WARN, text);
    }

    private void session(LogLevel level, String text) {
        add(RunLog.Kind.SESSION, level, text);
    }

    private void add(RunLog.Kind kind, LogLevel level, String text) {
        setup.add(
                new RunLog.Entry(
                        Instant.now(), level, kind, setup.plugin(), setup.session(), offset, text));
    }

    private void flush() {
        stdout.flush();
        stderr.flush();
    }

    /** What the plugin logged or printed last; empty where it did not. */
    synchronized String last() {
        flush();
        return last;
    }

    /** Adds what is there of a last line, and says how much was suppressed. */
    @Override
    public synchronized void close() {
        flush();
        if (suppressed > 0) {
            session(LogLevel.WARN, suppressed + " messages were suppressed");
            suppressed = 0;
        }
    }
}
