package dev.tamias.table.row;

import java.util.Arrays;

/**
 * Orders positions by a long each, stable, by radix sort of the bits that differ.
 *
 * <p>Tablesaw sorts by a comparator that reads cells through the column: 19 s for 10 million times.
 */
public final class RowOrder {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private RowOrder() {}

    /** True if no key is less than the one before it. */
    public static boolean isAscending(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] > keys[i]) {
                return false;
            }
        }
        return true;
    }

    /** The positions in ascending order of their keys; equal keys keep their order. The keys are used up. */
    public static int[] ascending(long[] keys) {
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> i);
        return isAscending(keys) ? order : radix(keys, order);
    }

    /** The positions in descending order of their keys; equal keys keep their order. The keys are used up. */
    public static int[] descending(long[] keys) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ~keys[i];
        }
        return ascending(keys);
    }

    private static int[] radix(long[] keys, int[] order) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long key : keys) {
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        long[] keysTo = new long[keys.length];
        int[] orderTo = new int[keys.length];
        // Seen as unsigned the differences fit, whatever the keys.
        for (long left = most - least, shift = 0; left != 0; left >>>= DIGIT, shift += DIGIT) {
            pass(keys, order, least, (int) shift, keysTo, orderTo);
            long[] keysFrom = keys;
            keys = keysTo;
            keysTo = keysFrom;
            int[] orderFrom = order;
            order = orderTo;
            orderTo = orderFrom;
        }
        return order;
    }

    private static void pass(
            long[] keys, int[] order, long least, int shift, long[] keysTo, int[] orderTo) {
        int[] next = new int[BUCKETS + 1];
        for (long key : keys) {
            next[((int) ((key - least) >>> shift) & (BUCKETS - 1)) + 1]++;
        }
        for (int i = 0; i < BUCKETS; i++) {
            next[i + 1] += next[i];
        }
        for (int i = 0; i < keys.length; i++) {
            int to = next[(int) ((keys[i] - least) >>> shift) & (BUCKETS - 1)]++;
            keysTo[to] = keys[i];
            orderTo[to] = order[i];
        }
    }
}
