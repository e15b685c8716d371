package dev.tamias.table;

import dev.tamias.table.column.CellColumn;
import dev.tamias.table.column.LongBlocks;
import dev.tamias.table.type.CellType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** The columns about where rows come from, those that are asked for. */
final class PlaceColumns {

    private final Set<RowPlace> places;
    private final CellColumn sources = new CellColumn("", CellType.text());
    private final Map<RowPlace, LongBlocks> numbers = new EnumMap<>(RowPlace.class);
    private final RowNumbers rowNumbers = new RowNumbers();
    private final boolean numbered;
    private long lastRow = -1;

    PlaceColumns(Set<RowPlace> places) {
        this.places = places;
        this.numbered = places.contains(RowPlace.ROW);
        for (RowPlace place : places) {
            if (place != RowPlace.SOURCE) {
                numbers.put(place, new LongBlocks());
            }
        }
    }

    /** Counts a row of a source, be it kept or not. */
    void count(String source) {
        if (numbered) {
            lastRow = rowNumbers.next(source);
        }
    }

    /** Adds the row that was counted last. */
    void append(String source, long offset, long length) {
        if (places.isEmpty()) {
            return;
        }
        if (places.contains(RowPlace.SOURCE)) {
            sources.append(source);
        }
        for (Map.Entry<RowPlace, LongBlocks> each : numbers.entrySet()) {
            each.getValue()
                    .add(
                            switch (each.getKey()) {
                                case SOURCE, ROW -> lastRow;
                                case OFFSET -> offset;
                                case LENGTH -> length;
                            });
        }
    }

    /** Adds the rows of others, of the same places. */
    void append(PlaceColumns others) {
        sources.appendAll(others.sources);
        for (Map.Entry<RowPlace, LongBlocks> each : numbers.entrySet()) {
            LongBlocks more = others.numbers.get(each.getKey());
            if (more != null) {
                for (long value : more.toArray()) {
                    each.getValue().add(value);
                }
            }
        }
    }

    /** The columns, under names that the plan has left. */
    List<Column<?>> columns(ColumnPlan plan, TableOptions options) {
        List<Column<?>> columns = new ArrayList<>();
        if (places.contains(RowPlace.SOURCE)) {
            Column<?> column = sources.values(options.zone(), options.reference()).columns().get(0);
            column.setName(plan.beside(RowPlace.SOURCE.title()));
            columns.add(column);
        }
        numbers.forEach(
                (place, cells) ->
                        columns.add(
                                LongColumn.create(plan.beside(place.title()), cells.toArray())));
        return columns;
    }

    long bytes() {
        long bytes = sources.bytes();
        for (LongBlocks each : numbers.values()) {
            bytes += each.bytes();
        }
        return bytes;
    }
}
