package dev.tamias.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.Utf8Cells;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** The cells of one item where its decoder has found them: filled and emptied item by item. */
public final class CellList extends AbstractList<String> implements Utf8Cells, RandomAccess {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private byte[][] arrays = new byte[16][];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int size;

    /** Adds the cell {@code utf8[start, end)}, which is well-formed and is not copied. */
    public void add(byte[] utf8, int start, int end) {
        if (size == from.length) {
            arrays = Arrays.copyOf(arrays, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        // Mostly it is the same array, and writing references is not free.
        if (arrays[size] != utf8) {
            arrays[size] = utf8;
        }
        from[size] = start;
        to[size++] = end;
    }

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public byte[] array(int index) {
        return arrays[Objects.checkIndex(index, size)];
    }

    @Override
    public int from(int index) {
        return from[Objects.checkIndex(index, size)];
    }

    @Override
    public int to(int index) {
        return to[Objects.checkIndex(index, size)];
    }

    @Override
    public String get(int index) {
        int start = from(index);
        return new String(arrays[index], start, to[index] - start, UTF_8);
    }

    /** Makes the cells between the separators of the only one, which is ASCII. */
    void split(byte separator) {
        byte[] line = arrays[0];
        int start = from[0];
        int end = to[0];
        clear();
        long wanted = (separator & 0xffL) * ONES;
        int i = start;
        while (i < end) {
            if (i + Long.BYTES <= end && !hasZero((long) LONGS.get(line, i) ^ wanted)) {
                i += Long.BYTES;
            } else {
                int stop = Math.min(end, i + Long.BYTES);
                for (; i < stop; i++) {
                    if (line[i] == separator) {
                        add(line, start, i);
                        start = i + 1;
                    }
                }
            }
        }
        add(line, start, end);
    }

    /** Whether one of eight bytes is zero. */
    private static boolean hasZero(long word) {
        return (word - ONES & ~word & TOPS) != 0;
    }
}
