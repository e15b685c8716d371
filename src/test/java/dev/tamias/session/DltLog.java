package dev.tamias.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A log in the format of AUTOSAR Diagnostic Log and Trace: verbose messages of one text each, behind
 * storage headers, with a long one across every edge of a buffer.
 */
final class DltLog {

    /** Storage header, standard header with ECU, session and time, extended header. */
    private static final int HEADERS = 16 + 16 + 10;

    private static final int EDGES = 64 << 10;
    private static final int LONG = 12_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Each message as its offset, its length and its text. */
    private final List<String> messages = new ArrayList<>();

    private int longOnes;

    /** A log of at least so many bytes: a message of over 10 KiB lies across each 64 KiB. */
    static DltLog of(int size) {
        DltLog log = new DltLog();
        while (log.bytes.size() < size) {
            int toEdge = EDGES - log.bytes.size() % EDGES;
            if (toEdge < LONG) {
                log.longOnes++;
                log.add("x".repeat(LONG + toEdge / 2));
            } else {
                log.add("y".repeat(log.messages.size() % 400));
            }
        }
        return log;
    }

    private void add(String filling) {
        String text = "message " + messages.size() + " " + filling;
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        int length = HEADERS + 4 + 2 + characters.length + 1;
        messages.add(bytes.size() + "+" + length + " " + text);
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("DLT\u0001")).putInt(1_700_000_000 + messages.size()).putInt(0);
        out.put(ascii("ECU1"));
        // Extended, with ECU, session and time, version 1; these headers are big endian.
        out.order(ByteOrder.BIG_ENDIAN).put((byte) 0x3d).put((byte) messages.size());
        out.putShort((short) (length - 16)).put(ascii("ECU1")).putInt(42).putInt(0);
        // A verbose log message of level info with one argument.
        out.put((byte) 0x41).put((byte) 1).put(ascii("ENGN")).put(ascii("TEMP"));
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(0x8200);
        out.putShort((short) (characters.length + 1)).put(characters).put((byte) 0);
        bytes.writeBytes(out.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<String> messages() {
        return messages;
    }

    /** How many messages are of over 10 KiB. */
    int longOnes() {
        return longOnes;
    }
}
