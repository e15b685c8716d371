package dev.tamias.table;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.TimeFormats;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table is to hold and how cells become values. Immutable.
 *
 * @param typed whether types are found for the columns that none is declared for; else they are text
 * @param types declared types by the name of the column
 * @param usual types that a plugin declares, for its columns that have none of {@code types}; of no account
 *     where types are not found, or there is no such column
 * @param columns the columns that are kept, in this order; empty for all
 * @param where the rows that are kept; null for all
 * @param places columns about where a row comes from
 * @param zone the zone of times that name none
 * @param reference a time that the last row of a log without years does not lie behind: when the file was
 *     last changed, or now
 * @param heapShare the part of the free heap that a table may take, above 0 and up to 1
 * @param extraColumns columns that rows with too many cells may add
 */
public record TableOptions(
        boolean typed,
        Map<String, CellType> types,
        Map<String, CellType> usual,
        List<String> columns,
        @Nullable RowFilter where,
        Set<RowPlace> places,
        ZoneId zone,
        Instant reference,
        double heapShare,
        int extraColumns) {

    private static final double HEAP_SHARE = 0.5;
    private static final int EXTRA_COLUMNS = 32;

    public TableOptions {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        usual = Collections.unmodifiableMap(new LinkedHashMap<>(usual));
        columns = List.copyOf(columns);
        places = Collections.unmodifiableSet(new LinkedHashSet<>(places));
    }

    /** All columns and rows, types found, times in UTC, at most half of the free heap. */
    public static TableOptions defaults() {
        return new TableOptions(
                true,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                Set.of(),
                ZoneOffset.UTC,
                Instant.now(),
                HEAP_SHARE,
                EXTRA_COLUMNS);
    }

    /** All columns as text, but those that a type is declared for. */
    public TableOptions asText() {
        return new TableOptions(
                false,
                types,
                usual,
                columns,
                where,
                places,
                zone,
                reference,
                heapShare,
                extraColumns);
    }

    /** The type of a column. Cells that are not of it become missing and are counted. */
    public TableOptions column(String name, CellType type) {
        if (type.kind() == CellType.Kind.INSTANT && type.pattern() != null) {
            TimeFormats.declared(type.pattern());
        }
        Map<String, CellType> more = new LinkedHashMap<>(types);
        more.put(name, type);
        return new TableOptions(
                typed,
                more,
                usual,
                columns,
                where,
                places,
                zone,
                reference,
                heapShare,
                extraColumns);
    }

    /** The type of a column that none is declared for by {@link #column}, if there is such a column. */
    public TableOptions usual(String name, CellType type) {
        Map<String, CellType> more = new LinkedHashMap<>(usual);
        more.put(name, type);
        return new TableOptions(
                typed,
                types,
                more,
                columns,
                where,
                places,
                zone,
                reference,
                heapShare,
                extraColumns);
    }

    /** Keeps these columns alone; the cells of others, and extra cells, are not kept. */
    public TableOptions columns(String... names) {
        return new TableOptions(
                typed,
                types,
                usual,
                List.of(names),
                where,
                places,
                zone,
                reference,
                heapShare,
                extraColumns);
    }

    /** Keeps the rows alone that pass this filter and those set before. */
    public TableOptions where(RowFilter filter) {
        RowFilter all = where == null ? filter : where.and(filter);
        return new TableOptions(
                typed,
                types,
                usual,
                columns,
                all,
                places,
                zone,
                reference,
                heapShare,
                extraColumns);
    }

    /** Adds columns about where each row comes from. */
    public TableOptions places(RowPlace... more) {
        Set<RowPlace> all = new LinkedHashSet<>(places);
        Collections.addAll(all, more);
        return new TableOptions(
                typed, types, usual, columns, where, all, zone, reference, heapShare, extraColumns);
    }

    /** The zone of times that name none. */
    public TableOptions in(ZoneId zoneOfCells) {
        return new TableOptions(
                typed,
                types,
                usual,
                columns,
                where,
                places,
                zoneOfCells,
                reference,
                heapShare,
                extraColumns);
    }

    /** The time that the last row of a log without years does not lie behind. */
    public TableOptions before(Instant time) {
        return new TableOptions(
                typed, types, usual, columns, where, places, zone, time, heapShare, extraColumns);
    }

    /** The part of the free heap that a table may take. */
    public TableOptions heapShare(double share) {
        return new TableOptions(
                typed, types, usual, columns, where, places, zone, reference, share, extraColumns);
    }

    /** The type that is declared for a column, text where none is to be found, or null. */
    public @Nullable CellType type(String name) {
        CellType declared = types.get(name);
        if (declared == null) {
            return typed ? usual.get(name) : CellType.text();
        }
        return declared;
    }

    /** The places of the kept columns among {@code names}. */
    public int[] selected(List<String> names) {
        for (String name : types.keySet()) {
            place(name, names);
        }
        List<Integer> kept = new ArrayList<>();
        for (String name : columns) {
            kept.add(place(name, names));
        }
        for (int i = 0; i < names.size() && columns.isEmpty(); i++) {
            kept.add(i);
        }
        return kept.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    /** The place of a column among {@code names}. */
    static int place(String name, List<String> names) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "There is no column \"" + name + "\"; there are " + names + ".");
        }
        return at;
    }
}
