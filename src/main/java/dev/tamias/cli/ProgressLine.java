package dev.tamias.cli;

import dev.tamias.session.ParseProgress;
import dev.tamias.session.ProgressText;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Progress on one line of a terminal, which each report writes over. */
final class ProgressLine implements Consumer<ParseProgress>, AutoCloseable {

    /** Set by the launcher where standard error is a terminal; Java 17 cannot ask that. */
    private static final String TERMINAL = "tamias.terminal";

    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintStream terminal;
    private long told = System.nanoTime();
    private int width;

    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Whether there is a terminal to write to. */
    static boolean hasTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** A line on standard error, or nothing where that is no terminal. */
    static Consumer<ParseProgress> onTerminal() {
        return hasTerminal() ? new ProgressLine(System.err) : progress -> {};
    }

    @Override
    public synchronized void accept(ParseProgress progress) {
        long now = System.nanoTime();
        boolean whole = progress.bytes() == progress.size().orElse(-1);
        if (!whole && now - told < PAUSE_NANOS) {
            return;
        }
        told = now;
        write(ProgressText.of(progress));
        if (whole) {
            close();
        }
    }

    private void write(String text) {
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = text.length();
    }

    /** Clears the line for what is printed next. */
    @Override
    public synchronized void close() {
        if (width > 0) {
            write("");
            terminal.print("\r");
            terminal.flush();
            width = 0;
        }
    }
}
