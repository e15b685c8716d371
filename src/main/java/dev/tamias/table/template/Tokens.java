package dev.tamias.table.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Cuts messages into tokens and knows those of templates by number. A token that no template has is
 * {@link #UNKNOWN} and equals nothing, so that numbers and names of a long log take no memory.
 */
final class Tokens {

    static final int UNKNOWN = -1;

    /** Stands for what differs between the messages of a template. */
    static final int PARAMETER = 0;

    static final String PARAMETER_TEXT = "<*>";

    /**
     * First and last of each range of Unicode's signs made of a digit (Numeric_Type=Digit), as ² and ①. Not
     * among them are other numbers, as ½ or ⑩.
     */
    private static final int[] SIGNS = {
        0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079,
        0x2080, 0x2089, 0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5,
        0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43,
        0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a
    };

    private static final char NEXT_LINE = '\u0085';

    private final boolean[] delimiters = new boolean[128];
    private final List<String> longDelimiters = new ArrayList<>();

    /** Logs are hostile: which tokens collide must not be known beforehand. */
    private final int seed = ThreadLocalRandom.current().nextInt();

    private final List<String> texts = new ArrayList<>();
    private int[] hashes = new int[64];
    private int[] slots = new int[128];

    private char[] chars = new char[256];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] ids = new int[32];
    private int size;

    Tokens(List<String> extraDelimiters) {
        for (String delimiter : extraDelimiters) {
            if (delimiter.length() == 1 && delimiter.charAt(0) < delimiters.length) {
                delimiters[delimiter.charAt(0)] = true;
            } else {
                longDelimiters.add(delimiter);
            }
        }
        for (char c = 0; c < delimiters.length; c++) {
            delimiters[c] |= Character.isWhitespace(c);
        }
        starts[0] = 0;
        size = 1;
        PARAMETER_TEXT.getChars(0, PARAMETER_TEXT.length(), chars, 0);
        ends[0] = PARAMETER_TEXT.length();
        ids[0] = UNKNOWN;
        id(0);
        size = 0;
    }

    /** Takes the next message: {@link #size} and {@link #ids} are about it. */
    void read(String message) {
        String text = message;
        for (String delimiter : longDelimiters) {
            text = text.replace(delimiter, " ");
        }
        int length = text.length();
        if (chars.length < length) {
            chars = new char[length * 2];
        }
        text.getChars(0, length, chars, 0);
        size = 0;
        int start = 0;
        int hash = seed;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (!isDelimiter(c)) {
                hash = 31 * hash + c;
                continue;
            }
            add(start, i, hash);
            start = i + 1;
            hash = seed;
        }
        add(start, length, hash);
    }

    private boolean isDelimiter(char c) {
        return c < delimiters.length
                ? delimiters[c]
                : c == NEXT_LINE || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private void add(int start, int end, int hash) {
        if (start == end) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        ids[size++] = slots[slot(start, end, mix(hash))] - 1;
    }

    /** How many tokens the message has. */
    int size() {
        return size;
    }

    /** The tokens' numbers, of which the first {@link #size} are the message's; not to be kept. */
    int[] ids() {
        return ids;
    }

    /** The number of a token of the message, which is known from now on. */
    int id(int token) {
        if (ids[token] == UNKNOWN) {
            ids[token] = know(starts[token], ends[token]);
        }
        return ids[token];
    }

    private int know(int start, int end) {
        int hash = seed;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        hash = mix(hash);
        int slot = slot(start, end, hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (texts.size() == hashes.length) {
            grow();
            slot = slot(start, end, hash);
        }
        hashes[texts.size()] = hash;
        texts.add(new String(chars, start, end - start));
        slots[slot] = texts.size();
        return texts.size() - 1;
    }

    private static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private int slot(int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, start, end, hash)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int id, int start, int end, int hash) {
        if (hashes[id] != hash) {
            return false;
        }
        String text = texts.get(id);
        if (text.length() != end - start) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        slots = new int[slots.length * 2];
        for (int id = 0; id < texts.size(); id++) {
            int slot = hashes[id] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id + 1;
        }
    }

    /** The text of a known token. */
    String text(int id) {
        return texts.get(id);
    }

    /** True if a known token has a digit, of whatever script, raised ones and those in circles included. */
    boolean hasDigit(int id) {
        return texts.get(id).codePoints().anyMatch(Tokens::isDigit);
    }

    private static boolean isDigit(int c) {
        if (c < SIGNS[0]) {
            return c >= '0' && c <= '9';
        }
        for (int i = 0; i < SIGNS.length; i += 2) {
            if (c >= SIGNS[i] && c <= SIGNS[i + 1]) {
                return true;
            }
        }
        return Character.isDigit(c);
    }
}
