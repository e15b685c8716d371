package dev.tamias.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;

/** Standard output or standard error of cells; all of {@link CellOutput}'s streams share its lock. */
final class OutputStreamOfCell extends OutputStream {

    /** Bytes of one cell that are shown, of either stream. */
    private static final int LIMIT = Integer.getInteger("tamias.output.limit", 2 << 20);

    /** Bytes from the end that are shown beside them. */
    private static final int TAIL = 4 << 10;

    private final CellOutput output;
    private final PrintStream log;
    private final BiConsumer<ShellReplyEnvironment, String> send;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
    private long taken;
    private long leftOut;
    private long linesLeftOut;

    OutputStreamOfCell(
            CellOutput output, PrintStream log, BiConsumer<ShellReplyEnvironment, String> send) {
        this.output = output;
        this.log = log;
        this.send = send;
    }

    void begin() {
        taken = 0;
        leftOut = 0;
        linesLeftOut = 0;
        tail.reset();
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        synchronized (output) {
            if (output.cell() == null) {
                log.write(bytes, offset, length);
                return;
            }
            output.turnTo(this);
            int shown = leftOut > 0 ? 0 : (int) Math.min(length, LIMIT - taken);
            pending.write(bytes, offset, shown);
            taken += shown;
            if (shown < length) {
                leaveOut(bytes, offset + shown, length - shown);
            }
            if (pending.size() > 0) {
                output.pending(pending.size());
            }
        }
    }

    private void leaveOut(byte[] bytes, int offset, int length) {
        leftOut += length;
        for (int i = offset; i < offset + length; i++) {
            linesLeftOut += bytes[i] == '\n' ? 1 : 0;
        }
        tail.write(bytes, offset, length);
        if (tail.size() > 16 * TAIL) {
            keepTail();
        }
    }

    private void keepTail() {
        byte[] all = tail.toByteArray();
        int from = Math.max(0, all.length - TAIL);
        while (from > 0 && from < all.length && all[from - 1] != '\n') {
            from++;
        }
        tail.reset();
        tail.write(all, from, all.length - from);
    }

    /** Flushing is the kernel's business: a program that flushes each line means a terminal. */
    @Override
    public void flush() {}

    void send() {
        byte[] bytes = pending.toByteArray();
        int whole = wholeCharacters(bytes);
        if (whole == 0) {
            return;
        }
        pending.reset();
        pending.write(bytes, whole, bytes.length - whole);
        send.accept(output.cell(), new String(bytes, 0, whole, StandardCharsets.UTF_8));
    }

    /** How many bytes there are before a character of which only the start is here. */
    private static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int value = bytes[bytes.length - back] & 0xff;
            if (value >= 0xc0) {
                int needed = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
                return needed > back ? bytes.length - back : bytes.length;
            }
            if (value < 0x80) {
                break;
            }
        }
        return bytes.length;
    }

    /** Says how much was left out, and shows the end of it. */
    void tellLeftOut() {
        if (leftOut == 0) {
            return;
        }
        keepTail();
        byte[] last = tail.toByteArray();
        long lines = linesLeftOut - newlines(last);
        String words =
                String.format(
                        Locale.ROOT,
                        "%n[%,d lines (%,d bytes) are left out here: a cell shows %,d bytes of output."
                                + " Write to a file what is longer.]%n",
                        lines,
                        leftOut - last.length,
                        LIMIT);
        send.accept(output.cell(), words + new String(last, StandardCharsets.UTF_8));
        leftOut = 1;
        linesLeftOut = 0;
        tail.reset();
    }

    private static long newlines(byte[] bytes) {
        long count = 0;
        for (byte value : bytes) {
            count += value == '\n' ? 1 : 0;
        }
        return count;
    }
}
