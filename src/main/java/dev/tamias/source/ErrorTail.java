package dev.tamias.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to its standard error, read on a thread of its own. */
final class ErrorTail {

    private static final int LONGEST = 2_000;

    /** Standard error may be held open by others after the process has exited. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final InputStream input;
    private final Thread thread;
    private final StringBuilder tail = new StringBuilder();

    ErrorTail(String name, InputStream input) {
        this.input = input;
        this.thread = new Thread(this::read, "tamias-source stderr " + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean receiving() {
        return thread.isAlive();
    }

    private void read() {
        char[] some = new char[LONGEST];
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            int count = reader.read(some);
            while (count >= 0) {
                add(some, count);
                count = reader.read(some);
            }
        } catch (IOException e) {
            // What was read before is the tail.
        }
    }

    private synchronized void add(char[] some, int count) {
        tail.append(some, 0, count);
        tail.delete(0, Math.max(0, tail.length() - LONGEST));
    }

    /** The rest of a sentence about the process: what it wrote, from a line's start if there is one. */
    String sentence() throws InterruptedException {
        thread.join(PATIENCE_MILLIS);
        String text = text();
        return text.isEmpty()
                ? ", and wrote nothing to its standard error."
                : "; its standard error ends with: " + text;
    }

    private synchronized String text() {
        int line = tail.length() < LONGEST ? -1 : tail.indexOf("\n");
        return tail.substring(line + 1).strip();
    }
}
