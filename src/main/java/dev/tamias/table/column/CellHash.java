package dev.tamias.table.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes of cells, sixteen bytes at a time, by the folded products of wyhash (Wang Yi, 2019). With a seed
 * of the process's own, so that nobody can prepare texts that collide without knowing it.
 */
final class CellHash {

    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle INTS = view(int[].class);

    private static final int SHORT = 32;

    private static final long FIRST = 0xa0761d6478bd642fL;
    private static final long SECOND = 0xe7037ed1a0b428dbL;

    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private CellHash() {}

    private static VarHandle view(Class<?> arrays) {
        return MethodHandles.byteArrayViewVarHandle(arrays, ByteOrder.LITTLE_ENDIAN);
    }

    /** The hash of {@code b[from, to)}. */
    static int of(byte[] b, int from, int to) {
        return of(b, from, to, SEED);
    }

    static int of(byte[] b, int from, int to, long seed) {
        int length = to - from;
        long hash = seed ^ length;
        int i = from;
        for (; i < to - 16; i += 16) {
            hash = mixed(word(b, i) ^ FIRST, word(b, i + 8) ^ hash);
        }
        // What is left, at most sixteen bytes; read again with some before them where there are.
        if (length >= 16) {
            hash = mixed(word(b, to - 16) ^ SECOND, word(b, to - 8) ^ hash);
        } else if (length >= 8) {
            hash = mixed(word(b, from) ^ SECOND, word(b, to - 8) ^ hash);
        } else {
            hash = mixed(few(b, from, length) ^ SECOND, hash);
        }
        return (int) mixed(hash ^ FIRST, SECOND);
    }

    /** Eight bytes. */
    static long word(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    /** At most seven bytes, of which and of their number this says all. */
    static long few(byte[] b, int from, int length) {
        if (length >= 4) {
            int end = (int) INTS.get(b, from + length - 4);
            return (long) (int) INTS.get(b, from) << 32 | end & 0xffffffffL;
        }
        return length == 0
                ? 0
                : (b[from] & 0xffL) << 16
                        | (b[from + (length >> 1)] & 0xffL) << 8
                        | b[from + length - 1] & 0xffL;
    }

    /** Whether two cells are the same: for the short ones of most dictionaries faster than the JDK's. */
    static boolean same(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
        if (lengthA != lengthB) {
            return false;
        }
        if (lengthA > SHORT) {
            return Arrays.equals(a, fromA, fromA + lengthA, b, fromB, fromB + lengthB);
        }
        if (lengthA < 8) {
            return few(a, fromA, lengthA) == few(b, fromB, lengthB);
        }
        for (int i = 0; i < lengthA - 8; i += 8) {
            if (word(a, fromA + i) != word(b, fromB + i)) {
                return false;
            }
        }
        return word(a, fromA + lengthA - 8) == word(b, fromB + lengthB - 8);
    }

    private static long mixed(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }
}
