package dev.tamias.table.row;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.selection.Selection;

/**
 * Some rows of a table, in an order: what a filter or a sort keeps instead of a copy. Positions count
 * from 0 in this order; a row of −1 stands for a row whose cells are all missing.
 */
public final class Rows {

    private final int from;
    private final int size;
    private final int @Nullable [] index;

    private Rows(int from, int size, int @Nullable [] index) {
        this.from = from;
        this.size = size;
        this.index = index;
    }

    /** The rows from {@code from} to before {@code to}. */
    public static Rows range(int from, int to) {
        return new Rows(from, to - from, null);
    }

    /** These rows; the array is not copied. */
    public static Rows of(int... index) {
        return new Rows(0, index.length, index);
    }

    /** The row at a position. */
    public int at(int position) {
        return index == null ? from + position : index[position];
    }

    public int size() {
        return size;
    }

    /** True if these are all rows of a table of that many, in its own order. */
    public boolean areAllOf(int rowCount) {
        return index == null && from == 0 && size == rowCount;
    }

    /** The rows at the positions from {@code start} to before {@code end}. */
    public Rows slice(int start, int end) {
        return index == null
                ? range(from + start, from + end)
                : of(Arrays.copyOfRange(index, start, end));
    }

    /** The rows at these positions, in their order; the array becomes this object's. */
    public Rows order(int[] positions) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = at(positions[i]);
        }
        return of(positions);
    }

    /** The rows that pass the test, which is asked for each row once, from the first on. */
    public Rows where(IntPredicate test) {
        int[] kept = new int[Math.min(size, 1024)];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int row = at(i);
            if (test.test(row)) {
                if (count == kept.length) {
                    kept = Arrays.copyOf(kept, (int) Math.min(size, count * 2L));
                }
                kept[count++] = row;
            }
        }
        return of(Arrays.copyOf(kept, count));
    }

    /** For each row another one. */
    public Rows map(IntUnaryOperator other) {
        int[] mapped = toArray();
        for (int i = 0; i < size; i++) {
            mapped[i] = other.applyAsInt(mapped[i]);
        }
        return of(mapped);
    }

    /** The rows in a new array. */
    public int[] toArray() {
        int[] rows = new int[size];
        Arrays.setAll(rows, this::at);
        return rows;
    }

    /** These rows as Tablesaw knows a set of rows; their order is lost. */
    public Selection selection() {
        return index == null ? Selection.withRange(from, from + size) : Selection.with(index);
    }
}
