package dev.tamias.table.log;

import java.util.function.IntPredicate;
import tech.tablesaw.api.Table;

/**
 * A test of rows, made by {@code LogTables.column(name)} and joined by {@link #and}, {@link #or} and
 * {@link #not}.
 */
@FunctionalInterface
public interface Match {

    /**
     * The test of a table's rows by number, to be used by one thread.
     *
     * @throws dev.tamias.model.TamiasException if the table has no such column or it holds another type
     */
    IntPredicate of(Table table);

    /** Rows that pass both; the second is asked only about those that pass the first. */
    default Match and(Match other) {
        return table -> of(table).and(other.of(table));
    }

    /** Rows that pass one or both. */
    default Match or(Match other) {
        return table -> of(table).or(other.of(table));
    }

    /** All other rows, those with a missing cell included. */
    default Match not() {
        return table -> of(table).negate();
    }
}
