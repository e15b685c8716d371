package dev.tamias.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Joins what a guest writes into lines: a line may come in many writes, a write may have many lines, and
 * a character may be cut in two. A line that grows too long is handed on in pieces.
 */
final class OutputLines {

    private final int longest;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    OutputLines(int longest, Consumer<String> lines) {
        this.longest = longest;
        this.lines = lines;
    }

    void write(byte[] bytes) {
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                pending.write(bytes, start, at - start);
                emit();
                start = at + 1;
            } else if (pending.size() + at - start >= longest && !continues(bytes[at])) {
                pending.write(bytes, start, at - start);
                emit();
                start = at;
            }
        }
        pending.write(bytes, start, bytes.length - start);
    }

    /** Whether a byte goes on with a character of UTF-8. */
    private static boolean continues(byte each) {
        return (each & 0xC0) == 0x80;
    }

    /** Hands on what is there of a line without an end. */
    void flush() {
        if (pending.size() > 0) {
            emit();
        }
    }

    private void emit() {
        String line = pending.toString(StandardCharsets.UTF_8);
        pending.reset();
        lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}
