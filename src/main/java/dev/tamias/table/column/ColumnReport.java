package dev.tamias.table.column;

import dev.tamias.table.type.CellType;
import dev.tamias.table.type.TimeReport;
import dev.tamias.table.type.Widening;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a column came to its type and what could not be taken as it was.
 *
 * @param kind the type
 * @param declared whether it was declared, not found
 * @param missing rows without a value: empty cells, {@code dashes} and {@code unparsed}
 * @param dashes cells {@code -}, which are none in a column that is not text
 * @param unparsed cells that are not of the declared type
 * @param firstUnparsed the first few of those
 * @param widenings cells that made the type wider
 * @param controls cells with control characters other than tab and line ends; they are kept
 * @param replaced cells with U+FFFD, by which a decoder replaced bytes that were no text
 * @param times for a column of times
 */
public record ColumnReport(
        String name,
        CellType.Kind kind,
        boolean declared,
        long missing,
        long dashes,
        long unparsed,
        List<Cell> firstUnparsed,
        List<Widening> widenings,
        long controls,
        long replaced,
        @Nullable TimeReport times) {

    public ColumnReport {
        firstUnparsed = List.copyOf(firstUnparsed);
        widenings = List.copyOf(widenings);
    }

    /**
     * A cell.
     *
     * @param row its row in the table, from 0
     * @param text the cell, cut where it is long
     */
    public record Cell(long row, String text) {}

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(": ");
        text.append(kind.name().toLowerCase(Locale.ROOT)).append(declared ? ", declared" : "");
        if (times != null) {
            text.append(" (").append(times).append(')');
        }
        for (Widening each : widenings) {
            text.append(", no longer ").append(each.from().name().toLowerCase(Locale.ROOT));
            text.append(" from row ").append(each.row());
            text.append(" (\"").append(each.text()).append("\")");
        }
        count(text, missing, " missing");
        count(text, dashes, " of them -");
        count(text, unparsed, " not of the type");
        if (!firstUnparsed.isEmpty()) {
            Cell first = firstUnparsed.get(0);
            text.append(", the first in row ").append(first.row());
            text.append(" (\"").append(first.text()).append("\")");
        }
        count(text, controls, " with control characters");
        count(text, replaced, " with bytes that were no text");
        return text.toString();
    }

    private static void count(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(what);
        }
    }
}
