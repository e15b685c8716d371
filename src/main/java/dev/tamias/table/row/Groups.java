package dev.tamias.table.row;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.DictionaryMap;

/**
 * Rows grouped by the cells of one or several columns, at any number of different values. Groups are
 * numbered by their first row; missing cells are a group like any other.
 *
 * <p>Tablesaw's own grouping throws on text of more than about 65,000 different values.
 */
public final class Groups {

    private final int[] codes;
    private int[] first = new int[16];
    private int count;

    private Groups(int rows) {
        codes = new int[rows];
    }

    /** The rows grouped by one column. */
    public static Groups of(Column<?> column, Rows rows) {
        LongCells cells = LongCells.of(column);
        if (cells != null) {
            return of(cells, rows);
        }
        Groups groups = new Groups(rows.size());
        if (column instanceof StringColumn text && TextCells.isSmall(text)) {
            groups.numberKeys(text.getDictionary(), rows);
        } else {
            groups.numberTexts(column, rows);
        }
        return groups;
    }

    /** The rows grouped by a number that each has. */
    public static Groups of(LongCells cells, Rows rows) {
        Groups groups = new Groups(rows.size());
        groups.number(position -> cells.at(rows.at(position)));
        return groups;
    }

    /** The rows grouped by several columns together; with none, all rows are one group. */
    public static Groups of(List<? extends Column<?>> columns, Rows rows) {
        if (columns.isEmpty()) {
            return of(row -> 0, rows);
        }
        Groups groups = of(columns.get(0), rows);
        for (int i = 1; i < columns.size(); i++) {
            groups = groups.and(of(columns.get(i), rows));
        }
        return groups;
    }

    /** The rows grouped by these groups and others of the same rows together. */
    public Groups and(Groups other) {
        Groups both = new Groups(codes.length);
        both.number(position -> (long) codes[position] << Integer.SIZE | other.codes[position]);
        return both;
    }

    private void numberKeys(DictionaryMap dictionary, Rows rows) {
        int[] codeOfKey = new int[1 << Short.SIZE];
        for (int i = 0; i < codes.length; i++) {
            int key = dictionary.getKeyForIndex(rows.at(i)) - Short.MIN_VALUE;
            if (codeOfKey[key] == 0) {
                add(i);
                codeOfKey[key] = count;
            }
            codes[i] = codeOfKey[key] - 1;
        }
    }

    private void number(LongCells cells) {
        LongCodes known = new LongCodes();
        for (int i = 0; i < codes.length; i++) {
            int code = known.code(cells.at(i));
            if (code == count) {
                add(i);
            }
            codes[i] = code;
        }
    }

    private void numberTexts(Column<?> column, Rows rows) {
        TextCodes known = new TextCodes(code -> text(column, rows.at(first[code])));
        for (int i = 0; i < codes.length; i++) {
            int code = known.code(text(column, rows.at(i)));
            if (code == count) {
                add(i);
            }
            codes[i] = code;
        }
    }

    private static String text(Column<?> column, int row) {
        return column.isMissing(row) ? "" : column.getUnformattedString(row);
    }

    private void add(int position) {
        if (count == first.length) {
            first = Arrays.copyOf(first, count * 2);
        }
        first[count++] = position;
    }

    /** How many groups there are. */
    public int count() {
        return count;
    }

    /** The group of the row at a position. */
    public int at(int position) {
        return codes[position];
    }

    /** The position of a group's first row. */
    public int first(int group) {
        return first[group];
    }

    /** The first rows of these groups. */
    public Rows firsts(Rows rows, int[] groups) {
        int[] index = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            index[i] = rows.at(first[groups[i]]);
        }
        return Rows.of(index);
    }

    /** How many rows each group has. */
    public int[] sizes() {
        int[] sizes = new int[count];
        for (int code : codes) {
            sizes[code]++;
        }
        return sizes;
    }

    /** The groups by size, the largest first; those of one size by their first row. */
    public int[] bySize() {
        int[] sizes = sizes();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = -sizes[i];
        }
        return RowOrder.ascending(keys);
    }
}
