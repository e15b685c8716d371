package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.type.CellParser;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.strings.NoKeysAvailableException;

/**
 * Cells that are mostly different: UTF-8 one behind the other and where each ends, four bytes a row
 * where a String takes about seventy. A String is made when it is asked for. Rows are only added; to
 * change one, Tablesaw asks for {@link #promoteYourself another store}.
 */
final class PackedCells extends TextStore {

    private static final int ROWS = 1024;

    /** Rows that take a millisecond or more to read. */
    private static final int PIECE = 16 * ROWS;

    private byte[][] blocks = new byte[16][];
    private int[][] ends = new int[16][];
    private int full;
    private byte[] last = new byte[1 << 12];
    private int[] lastEnds = new int[ROWS];
    private int lastRows;
    private long bytes;
    private @Nullable PackedKeys keys;

    @Override
    public void append(String text) throws NoKeysAvailableException {
        throw new NoKeysAvailableException("packed cells are not changed");
    }

    @Override
    public void appendMissing() {
        throw new UnsupportedOperationException("packed cells are not changed");
    }

    @Override
    public void set(int row, String text) throws NoKeysAvailableException {
        throw new NoKeysAvailableException("packed cells are not changed");
    }

    void add(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        add(utf8, 0, utf8.length);
    }

    @Override
    void add(byte[] utf8, int from, int to) {
        if (lastRows == ROWS) {
            close();
        }
        int start = lastRows == 0 ? 0 : lastEnds[lastRows - 1];
        int end = Math.addExact(start, to - from);
        reserve(end);
        System.arraycopy(utf8, from, last, start, to - from);
        lastEnds[lastRows++] = end;
        bytes += to - from + Integer.BYTES;
    }

    /** Adds the cells of others from a row on, as many at once as lie behind each other here and there. */
    void addAll(PackedCells others, int from) {
        int count;
        for (int row = from; row < others.size(); row += count) {
            if (lastRows == ROWS) {
                close();
            }
            int alike = Math.min(ROWS - lastRows, ROWS - row % ROWS);
            count = Math.min(alike, others.size() - row);
            int first = others.start(row);
            int length = others.end(row + count - 1) - first;
            int start = lastRows == 0 ? 0 : lastEnds[lastRows - 1];
            reserve(Math.addExact(start, length));
            System.arraycopy(others.block(row), first, last, start, length);
            int[] othersEnds = others.ends(row);
            for (int i = 0; i < count; i++) {
                lastEnds[lastRows++] = othersEnds[row % ROWS + i] - first + start;
            }
            bytes += length + (long) Integer.BYTES * count;
        }
    }

    private void reserve(int end) {
        if (end > last.length) {
            last = Arrays.copyOf(last, (int) Math.min(Integer.MAX_VALUE - 8, end * 2L));
        }
    }

    private void close() {
        if (full == blocks.length) {
            blocks = Arrays.copyOf(blocks, full * 2);
            ends = Arrays.copyOf(ends, full * 2);
        }
        blocks[full] = Arrays.copyOf(last, lastEnds[ROWS - 1]);
        ends[full++] = lastEnds.clone();
        lastRows = 0;
    }

    @Override
    public int size() {
        return full * ROWS + lastRows;
    }

    /** The block that holds the cell of a row. */
    byte[] block(int row) {
        if (row >= size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size());
        }
        return row / ROWS < full ? blocks[row / ROWS] : last;
    }

    /** Where the cell starts in its block. */
    int start(int row) {
        return row % ROWS == 0 ? 0 : ends(row)[row % ROWS - 1];
    }

    /** Where the cell ends in its block. */
    int end(int row) {
        return ends(row)[row % ROWS];
    }

    private int[] ends(int row) {
        return row / ROWS < full ? ends[row / ROWS] : lastEnds;
    }

    @Override
    public String getValueForIndex(int row) {
        byte[] block = block(row);
        int start = start(row);
        return new String(block, start, end(row) - start, UTF_8);
    }

    @Override
    public boolean isMissing(int row) {
        return start(row) == end(row);
    }

    @Override
    public int countMissing() {
        int count = 0;
        for (int first = 0; first < size(); first += ROWS) {
            int[] blockEnds = ends(first);
            int rows = Math.min(ROWS, size() - first);
            for (int i = 0, start = 0; i < rows; start = blockEnds[i++]) {
                count += blockEnds[i] == start ? 1 : 0;
            }
        }
        return count;
    }

    private PackedKeys keys() {
        PackedKeys made = keys;
        if (made == null) {
            made = new PackedKeys(this);
            keys = made;
        }
        return made;
    }

    @Override
    int key(int row) {
        return keys().key(row);
    }

    @Override
    int keyOf(String text) {
        return keys().keyOf(text.getBytes(UTF_8));
    }

    @Override
    public String getValueForKey(int key) {
        return getValueForIndex(keys().firstRow(key));
    }

    /** Keys are made of all cells when they are asked for. */
    @Override
    public boolean isSmall() {
        return false;
    }

    @Override
    void give(int row, CellTaker taker) {
        taker.take(block(row), start(row), end(row));
    }

    @Override
    PackedCells empty() {
        return new PackedCells();
    }

    @Override
    public int countUnique() {
        return keys().size();
    }

    @Override
    int pieces() {
        return (size() + PIECE - 1) / PIECE;
    }

    @Override
    void scan(CellScan scan, int piece) {
        int end = (int) Math.min(size(), (piece + 1L) * PIECE);
        for (int first = piece * PIECE; first < end; first += ROWS) {
            byte[] block = block(first);
            int[] blockEnds = ends(first);
            int rows = Math.min(ROWS, end - first);
            if (scan.passesOver(block, 0, blockEnds[rows - 1])) {
                continue;
            }
            int start = 0;
            for (int i = 0; i < rows; i++) {
                if (blockEnds[i] > start) {
                    scan.cell(block, start, blockEnds[i], first + i, 1);
                }
                start = blockEnds[i];
            }
        }
    }

    @Override
    void parse(CellParser parser, long[] values, int piece) {
        int end = (int) Math.min(size(), (piece + 1L) * PIECE);
        Arrays.fill(values, piece * PIECE, end, CellParser.NOT);
        scan((utf8, from, to, row, count) -> values[row] = parser.parse(utf8, from, to), piece);
    }

    @Override
    public void sortAscending() {
        sort(Comparator.naturalOrder());
    }

    @Override
    public void sortDescending() {
        sort(Comparator.reverseOrder());
    }

    private void sort(Comparator<String> order) {
        String[] sorted = asObjectArray();
        Arrays.sort(sorted, order);
        clear();
        for (String text : sorted) {
            add(text);
        }
    }

    @Override
    public void clear() {
        blocks = new byte[16][];
        ends = new int[16][];
        last = new byte[1 << 12];
        lastEnds = new int[ROWS];
        full = 0;
        lastRows = 0;
        bytes = 0;
        keys = null;
    }

    @Override
    public CodedCells promoteYourself() {
        CodedCells coded = new CodedCells();
        for (int row = 0; row < size(); row++) {
            coded.append(getValueForIndex(row));
        }
        return coded;
    }

    @Override
    PackedCells snapshot() {
        PackedCells copy = new PackedCells();
        copy.blocks = blocks.clone();
        copy.ends = ends.clone();
        copy.full = full;
        copy.last = Arrays.copyOf(last, Math.max(1, lastRows == 0 ? 0 : lastEnds[lastRows - 1]));
        copy.lastEnds = lastEnds.clone();
        copy.lastRows = lastRows;
        copy.bytes = bytes;
        return copy;
    }

    @Override
    long bytes() {
        return bytes + last.length + 4L * ROWS;
    }
}
