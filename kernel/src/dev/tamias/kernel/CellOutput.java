package dev.tamias.kernel;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;

/**
 * What cells print. It is sent in batches, since a message a line is more than a notebook server takes,
 * and up to a limit a cell, since a page of a hundred megabytes is no answer; what is left out is
 * counted. What a thread prints after its cell's end goes to the cell that ran last, as in Python.
 */
final class CellOutput implements AutoCloseable {

    private static final int PAUSE_MILLIS = 100;
    private static final int BATCH = 1 << 16;

    /** How often output and errors may take turns within one pause and keep their order. */
    private static final int TURNS = 50;

    private final OutputStreamOfCell out;
    private final OutputStreamOfCell err;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tamias-output");
                        thread.setDaemon(true);
                        return thread;
                    });

    private ShellReplyEnvironment cell;
    private OutputStreamOfCell latest;
    private boolean scheduled;
    private int turns;

    CellOutput(PrintStream log, PrintStream errorLog) {
        out = new OutputStreamOfCell(this, log, ShellReplyEnvironment::writeToStdOut);
        err = new OutputStreamOfCell(this, errorLog, ShellReplyEnvironment::writeToStdErr);
        latest = out;
    }

    /** From now on, for good, everything printed goes to cells. */
    void replaceSystemStreams() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    synchronized ShellReplyEnvironment cell() {
        return cell;
    }

    /** A cell begins; what is pending belongs to the one before. */
    synchronized void begin(ShellReplyEnvironment environment) {
        send();
        cell = environment;
        out.begin();
        err.begin();
    }

    /** The cell ends: what it printed is sent, and what was left out is told. */
    synchronized void end() {
        send();
        out.tellLeftOut();
        err.tellLeftOut();
    }

    /** Sends what is pending. */
    synchronized void send() {
        turns = 0;
        OutputStreamOfCell first = latest == out ? err : out;
        first.send();
        latest.send();
    }

    /** Called before {@code stream} takes bytes. */
    void turnTo(OutputStreamOfCell stream) {
        if (stream != latest && turns < TURNS) {
            turns++;
            latest.send();
        }
        latest = stream;
    }

    /** Called when a stream has bytes to send. */
    void pending(int bytes) {
        if (bytes >= BATCH) {
            send();
        } else if (!scheduled && !timer.isShutdown()) {
            scheduled = true;
            timer.schedule(this::sendInTime, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sendInTime() {
        scheduled = false;
        send();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
