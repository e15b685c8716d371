package dev.tamias.table.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.GuestText;
import java.util.ArrayList;
import java.util.List;

/**
 * The narrowest type that all cells of a column have, followed cell by cell over the whole input. A type
 * is dropped for good by the first cell that does not fit it; a column that has become text costs
 * nothing more. Empty cells fit every type, and so does {@code -}, by which many logs say "none".
 */
public final class TypeTracker {

    private static final int LONGEST_TEXT = 60;

    private final List<TimeFormat> times;
    private final boolean letters;
    private final Decimals decimals = new Decimals();
    private final List<Widening> widenings = new ArrayList<>();
    private boolean integer = true;
    private boolean floating = true;
    private boolean level = true;

    /** 0 where the column cannot be boolean, −1 before its first cell. */
    private int booleanStyle = -1;

    private boolean hasValue;
    private boolean isText;
    private CellType.Kind kind = CellType.Kind.TEXT;

    public TypeTracker(String caption) {
        times = TimeFormats.of(Words.nameTimes(caption));
        letters = Words.nameLevels(caption);
    }

    /** Whether a cell is the {@code -} that stands for none. */
    static boolean isDash(byte[] b, int from, int to) {
        return to - from == 1 && b[from] == '-';
    }

    public void accept(byte[] utf8, long row) {
        accept(utf8, 0, utf8.length, row);
    }

    /** Takes the cell {@code b[from, to)} of a row. */
    public void accept(byte[] b, int from, int to, long row) {
        if (isText || from == to || isDash(b, from, to)) {
            return;
        }
        for (int i = times.size() - 1; i >= 0; i--) {
            if (times.get(i).parse(b, from, to) == CellParser.NOT) {
                times.remove(i);
            }
        }
        integer = integer && Integers.parse(b, from, to) != CellParser.NOT;
        floating = floating && decimals.parse(b, from, to) != CellParser.NOT;
        if (booleanStyle != 0) {
            int style = Words.booleanStyle(b, from, to);
            booleanStyle = booleanStyle < 0 || booleanStyle == style ? style : 0;
        }
        level = level && Words.isLevel(b, from, to, letters);
        settle(b, from, to, row);
    }

    private void settle(byte[] b, int from, int to, long row) {
        CellType.Kind before = kind;
        kind = narrowest();
        isText = kind == CellType.Kind.TEXT;
        if (hasValue && kind != before) {
            String text = GuestText.oneLine(new String(b, from, to - from, UTF_8));
            int cut = text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, codePoints(text)));
            widenings.add(new Widening(before, kind, row, text.substring(0, cut)));
        }
        hasValue = true;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private CellType.Kind narrowest() {
        if (!times.isEmpty()) {
            return CellType.Kind.INSTANT;
        }
        if (integer) {
            return CellType.Kind.INTEGER;
        }
        if (floating) {
            return CellType.Kind.FLOATING;
        }
        if (booleanStyle > 0) {
            return CellType.Kind.BOOLEAN;
        }
        return level ? CellType.Kind.LEVEL : CellType.Kind.TEXT;
    }

    /** Whether the column has become text for good. */
    public boolean isText() {
        return isText;
    }

    /** The narrowest type so far; text where no cell has a value. */
    public CellType.Kind kind() {
        return kind;
    }

    /** The format of a column of times. */
    public TimeFormat timeFormat() {
        return times.get(0);
    }

    /** The parser of a column of booleans, which are all written the same way. */
    public CellParser booleanStyle() {
        int style = booleanStyle;
        return (utf8, from, to) ->
                Words.booleanStyle(utf8, from, to) == style
                        ? Words.parseBoolean(utf8, from, to)
                        : CellParser.NOT;
    }

    public List<Widening> widenings() {
        return List.copyOf(widenings);
    }
}
