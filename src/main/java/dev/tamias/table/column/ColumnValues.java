package dev.tamias.table.column;

import dev.tamias.model.GuestText;
import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.TimeReport;
import dev.tamias.table.type.Widening;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.booleans.BitSetBooleanData;

/** Cells made values, as Tablesaw's columns in bulk, and the report of it. */
public final class ColumnValues {

    private static final int KEPT_CELLS = 5;
    private static final int LONGEST_CELL = 60;

    private final String name;
    private final TextStore cells;
    private final boolean declared;
    private final List<Widening> widenings;
    private final List<Column<?>> columns = new ArrayList<>();
    private final List<ColumnReport.Cell> firstUnparsed = new ArrayList<>();
    private final CellType.Kind kind;
    private long missing;
    private long dashes;
    private long unparsed;
    private long controls;
    private long replaced;
    private @Nullable TimeReport times;

    ColumnValues(
            String name,
            CellType.Kind kind,
            TextStore cells,
            boolean declared,
            List<Widening> widenings) {
        this.name = name;
        this.kind = kind;
        this.cells = cells;
        this.declared = declared;
        this.widenings = widenings;
    }

    void text(List<OddCharacters> found) {
        for (OddCharacters odd : found) {
            controls += odd.controls();
            replaced += odd.replaced();
        }
        missing = cells.countMissing();
        columns.add(StringColumn.createInternal(name, cells));
    }

    /** What each cell is as 64 bits. */
    void numbers(long[] values) {
        count(values);
        switch (kind) {
            case FLOATING -> floating(values);
            case BOOLEAN -> booleans(values);
            case INTEGER, INSTANT, LEVEL, TEXT -> columns.add(LongColumn.create(name, values));
        }
    }

    private void floating(long[] bits) {
        double[] values = new double[bits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits[i] == CellParser.NOT ? Double.NaN : Double.longBitsToDouble(bits[i]);
        }
        columns.add(DoubleColumn.create(name, values));
    }

    private void booleans(long[] values) {
        BitSet yes = new BitSet(values.length);
        BitSet no = new BitSet(values.length);
        BitSet none = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            BitSet of = values[i] == CellParser.NOT ? none : values[i] == 1 ? yes : no;
            of.set(i);
        }
        columns.add(new BooleanColumn(name, new BitSetBooleanData(yes, no, none)));
    }

    /** The times as Tablesaw keeps them, to the millisecond, and in nanoseconds where that is not all. */
    void instants(TimeReader reader, List<TimeReader> others, long[] values) {
        reader.end(others, values);
        count(values);
        TimeReport report = reader.report(values);
        times = report;
        columns.add(InstantColumn.createInternal(name, PackedTimes.of(values)));
        if (report.nanoseconds()) {
            columns.add(LongColumn.create(name + " ns", values));
        }
    }

    /** Counts what is missing and why. */
    private void count(long[] values) {
        for (int row = 0; row < values.length; row++) {
            if (values[row] != CellParser.NOT) {
                continue;
            }
            missing++;
            String text = cells.getValueForIndex(row);
            if (text.equals("-")) {
                dashes++;
            } else if (!text.isEmpty() && ++unparsed <= KEPT_CELLS) {
                String line = GuestText.oneLine(text);
                int cut =
                        line.offsetByCodePoints(
                                0, Math.min(LONGEST_CELL, line.codePointCount(0, line.length())));
                firstUnparsed.add(new ColumnReport.Cell(row, line.substring(0, cut)));
            }
        }
    }

    /** Whether every cell that is not missing was read. */
    boolean fits() {
        return unparsed == 0;
    }

    /** The column, and perhaps one of nanoseconds behind it. */
    public List<Column<?>> columns() {
        return columns;
    }

    public ColumnReport report() {
        return new ColumnReport(
                name,
                kind,
                declared,
                missing,
                dashes,
                unparsed,
                firstUnparsed,
                widenings,
                controls,
                replaced,
                times);
    }
}
