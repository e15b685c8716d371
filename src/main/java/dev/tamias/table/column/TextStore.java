package dev.tamias.table.column;

import dev.tamias.table.row.CellStore;
import dev.tamias.table.row.Rows;
import dev.tamias.table.type.CellParser;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * Text behind a {@link StringColumn}, at any number of different values. Tablesaw's own stores choose
 * once between a dictionary and plain Strings: plain ones cannot be grouped or summed up (they throw),
 * and a dictionary that grew large takes three hash maps for ever. Every row here has a key, equal
 * where the text is.
 */
public abstract class TextStore implements CellStore {

    /** Tablesaw's sign for a missing text. */
    public static final String MISSING = "";

    private static final byte[] NONE = new byte[0];

    /** A number for the text of a row, the same for equal texts; below {@link #countUnique}. */
    abstract int key(int row);

    /** The key of a text, or −1 where no row has it. */
    abstract int keyOf(String text);

    /** What the cells take, in bytes. */
    abstract long bytes();

    /** What the cells are now: rows that are added later do not show. */
    abstract TextStore snapshot();

    /** How many pieces its cells are in, which may be read at the same time. */
    abstract int pieces();

    /** Gives every cell of a piece that is not missing to {@code scan}, a cell that comes again perhaps once. */
    abstract void scan(CellScan scan, int piece);

    /**
     * The values of a piece's rows by one parser; {@link CellParser#NOT} where a cell is missing or does
     * not parse.
     *
     * @param values of all rows
     */
    abstract void parse(CellParser parser, long[] values, int piece);

    /** Takes cells as UTF-8. */
    @FunctionalInterface
    interface CellScan {

        /** @param count how many rows have the cell */
        void cell(byte[] utf8, int from, int to, int row, int count);

        /** Whether no cell that lies in {@code utf8[from, to)} need be told. */
        default boolean passesOver(byte[] utf8, int from, int to) {
            return false;
        }
    }

    /** Adds the cell {@code utf8[from, to)}. */
    abstract void add(byte[] utf8, int from, int to);

    /** Hands over the cell of a row. */
    abstract void give(int row, CellTaker taker);

    /** An empty store of this kind. */
    abstract TextStore empty();

    @Override
    public TextStore copy(Rows rows) {
        TextStore copy = empty();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.at(i) < 0) {
                copy.add(NONE, 0, 0);
            } else {
                give(rows.at(i), copy::add);
            }
        }
        return copy;
    }

    @Override
    public int getKeyAtIndex(int row) {
        return key(row);
    }

    @Override
    public int getKeyForIndex(int row) {
        return key(row);
    }

    @Override
    public boolean isMissing(int row) {
        return getValueForIndex(row).isEmpty();
    }

    @Override
    public String[] asObjectArray() {
        String[] all = new String[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = getValueForIndex(i);
        }
        return all;
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int row;

            @Override
            public boolean hasNext() {
                return row < size();
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return getValueForIndex(row++);
            }
        };
    }

    @Override
    public Set<String> asSet() {
        Set<String> all = new HashSet<>();
        for (int key = 0; key < countUnique(); key++) {
            all.add(getValueForKey(key));
        }
        return all;
    }

    @Override
    public int[] asIntArray() {
        return IntStream.range(0, size()).map(this::key).toArray();
    }

    @Override
    public int uniqueValuesAt(int row) {
        return (int) IntStream.rangeClosed(0, row).map(this::key).distinct().count();
    }

    /** How many rows have each key. */
    int[] counts() {
        int[] counts = new int[countUnique()];
        for (int i = 0; i < size(); i++) {
            counts[key(i)]++;
        }
        return counts;
    }

    @Override
    public int countOccurrences(String text) {
        int key = keyOf(text);
        return key < 0 ? 0 : counts()[key];
    }

    @Override
    public int countMissing() {
        return countOccurrences(MISSING);
    }

    @Override
    public int firstIndexOf(String text) {
        int key = keyOf(text);
        return key < 0
                ? -1
                : IntStream.range(0, size()).filter(i -> key(i) == key).findFirst().orElse(-1);
    }

    @Override
    public Table countByCategory(String columnName) {
        int[] counts = counts();
        StringColumn categories = StringColumn.createInternal("Category", new CodedCells());
        for (int key = 0; key < counts.length; key++) {
            categories.append(getValueForKey(key));
        }
        return Table.create("Column: " + columnName, categories, IntColumn.create("Count", counts));
    }

    @Override
    public Selection isEqualTo(String text) {
        return selectIsIn(text);
    }

    @Override
    public Selection selectIsIn(String... texts) {
        return selectIsIn(Arrays.asList(texts));
    }

    @Override
    public Selection selectIsIn(Collection<String> texts) {
        boolean[] wanted = new boolean[countUnique()];
        for (String text : texts) {
            int key = keyOf(text);
            if (key >= 0) {
                wanted[key] = true;
            }
        }
        Selection rows = new BitmapBackedSelection();
        for (int i = 0; i < size(); i++) {
            if (wanted[key(i)]) {
                rows.add(i);
            }
        }
        return rows;
    }

    @Override
    public List<BooleanColumn> getDummies() {
        return IntStream.range(0, countUnique())
                .mapToObj(
                        key -> {
                            Selection rows = selectIsIn(getValueForKey(key));
                            return BooleanColumn.create(getValueForKey(key), rows, size());
                        })
                .toList();
    }

    /** The key, by which Tablesaw groups. */
    @Override
    public byte[] asBytes(int row) {
        int key = key(row);
        return new byte[] {
            (byte) (key >>> 24), (byte) (key >>> 16), (byte) (key >>> 8), (byte) key
        };
    }

    @Override
    public int nextKeyWithoutIncrementing() {
        return countUnique();
    }

    @Override
    public boolean canPromoteToText() {
        return false;
    }
}
