package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.source.ByteSource;
import dev.tamias.table.RowPlace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Cuts the records of a table's rows out of the inputs once more, on a guest thread. */
final class RecordCutter {

    private final LongColumn offsets;
    private final LongColumn lengths;
    private final @Nullable Column<?> sources;
    private final byte[][] records;

    private RecordCutter(Table rows) {
        this.offsets = longs(rows, RowPlace.OFFSET);
        this.lengths = longs(rows, RowPlace.LENGTH);
        String source = RowPlace.SOURCE.title();
        this.sources = rows.containsColumn(source) ? rows.column(source) : null;
        this.records = new byte[rows.rowCount()][];
    }

    private static LongColumn longs(Table rows, RowPlace place) {
        if (rows.containsColumn(place.title())
                && rows.column(place.title()) instanceof LongColumn column) {
            return column;
        }
        throw new HostException(
                Trouble.TABLE,
                "The table has no column \""
                        + place.title()
                        + "\" of numbers, so its rows do not say where their records are; make it with"
                        + " located().");
    }

    /** The records of all rows, in the order of the rows. */
    static Records cut(RunPlan plan, Table rows) {
        RecordCutter cutter = new RecordCutter(rows);
        List<Bytes> inputs = plan.inputs();
        for (Bytes input : inputs) {
            requireAgain(input.origin());
        }
        if (inputs.size() > 1 && cutter.sources == null) {
            throw new HostException(
                    Trouble.TABLE,
                    "The table has no column \""
                            + RowPlace.SOURCE.title()
                            + "\", so its rows do not say which of "
                            + inputs.size()
                            + " inputs they are from; make it with located().");
        }
        RunSetup setup = new RunSetup(plan, new RunLog(), "");
        Set<String> found = new TreeSet<>();
        for (Bytes input : inputs) {
            try (ByteSource source = OpenInput.of(setup, input)) {
                found.add(source.name());
                cutter.cut(source, inputs.size() == 1);
            }
        }
        cutter.requireAll(found);
        return new Records(Arrays.asList(cutter.records));
    }

    /** What is read only once cannot be cut again. */
    private static void requireAgain(Origin origin) {
        boolean once =
                origin instanceof Origin.Streamed
                        || origin instanceof Origin.Stdin
                        || origin instanceof Origin.Followed
                        || origin instanceof Origin.OfProcess
                        || origin instanceof Origin.Tcp
                        || origin instanceof Origin.Udp;
        if (once) {
            throw new HostException(
                    Trouble.INPUT,
                    "The records of "
                            + origin.title()
                            + " cannot be cut out again, since it is read only once; save it to a file"
                            + " and parse that.");
        }
    }

    private void cut(ByteSource source, boolean alone) {
        int[] rows =
                IntStream.range(0, records.length)
                        .filter(row -> alone || source.name().equals(sourceOf(row)))
                        .boxed()
                        .sorted(Comparator.comparingLong(offsets::getLong))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int row : rows) {
            go(source, offsets.getLong(row), row);
            records[row] = record(source, lengths.getLong(row), row);
        }
    }

    private @Nullable String sourceOf(int row) {
        return sources == null ? null : sources.getUnformattedString(row);
    }

    private static void go(ByteSource source, long offset, int row) {
        if (offset < 0) {
            throw gone(source, row);
        }
        if (source.seekable()) {
            source.seek(offset);
            return;
        }
        while (source.position() < offset) {
            if (source.length() == 0 && source.load(1) == 0) {
                throw gone(source, row);
            }
            source.consume((int) Math.min(source.length(), offset - source.position()));
        }
    }

    /** The slice is kept, since the next row may be of the same bytes. */
    private static byte[] record(ByteSource source, long length, int row) {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw gone(source, row);
        }
        int wanted = (int) length;
        while (source.length() < wanted) {
            if (source.load(wanted) == 0) {
                throw gone(source, row);
            }
        }
        int from = source.sliceStart();
        return Arrays.copyOfRange(source.slice(), from, from + wanted);
    }

    private static HostException gone(ByteSource source, int row) {
        return new HostException(
                Trouble.INPUT,
                "\""
                        + source.name()
                        + "\" has no longer the bytes of row "
                        + row
                        + " of the table: it ends at byte "
                        + (source.position() + source.length())
                        + ".");
    }

    private void requireAll(Set<String> found) {
        for (int row = 0; row < records.length; row++) {
            if (records[row] == null) {
                throw new HostException(
                        Trouble.TABLE,
                        "Row "
                                + row
                                + " is of \""
                                + sourceOf(row)
                                + "\", which is none of the inputs "
                                + found
                                + ".");
            }
        }
    }
}
