package dev.tamias;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.util.Arrays;

/** Bytes written as hexadecimal digits, two a byte, as tools and parsers print them. */
final class HexText {

    /** What may stand between bytes. */
    private static final String BETWEEN = " \t\r\n:-,;_.";

    private final String text;
    private final byte[] bytes;
    private int count;

    private HexText(String text) {
        this.text = text;
        this.bytes = new byte[text.length()];
    }

    /**
     * The bytes of {@code de ad}, {@code de:ad}, {@code 0xdead} and the like. A digit that stands alone
     * between others' gaps is a byte too.
     *
     * @throws HostException where the text is something else
     */
    static byte[] bytes(String text) {
        return new HexText(text).read();
    }

    private byte[] read() {
        int at = 0;
        while (at < text.length()) {
            if (BETWEEN.indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                at = group(at);
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Reads digits up to the next gap; where it ends. */
    private int group(int from) {
        int start = text.startsWith("0x", from) || text.startsWith("0X", from) ? from + 2 : from;
        int end = start;
        while (end < text.length() && BETWEEN.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end - start == 1) {
            bytes[count++] = (byte) digit(start);
            return end;
        }
        if (end == start || (end - start) % 2 != 0) {
            throw wrong(start, "digits come in pairs");
        }
        for (int at = start; at < end; at += 2) {
            bytes[count++] = (byte) (digit(at) << 4 | digit(at + 1));
        }
        return end;
    }

    private int digit(int at) {
        char c = text.charAt(at);
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw wrong(at, "\"" + c + "\" is no hexadecimal digit");
        }
        return digit;
    }

    private HostException wrong(int at, String why) {
        return new HostException(
                Trouble.INPUT,
                "The text is no bytes in hexadecimal: at character " + (at + 1) + ", " + why + ".");
    }
}
