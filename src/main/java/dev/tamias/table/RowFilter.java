package dev.tamias.table;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which rows are kept, decided on their cells before any of them is. A value, made of tests on cells and
 * {@link #and}, {@link #or} and {@link #not}. Where a row has no such cell it is tested as an empty one.
 */
public sealed interface RowFilter {

    /** One test on the cell of one column. */
    record Cell(String column, CellTest test) implements RowFilter {}

    /** Rows that pass all. */
    record All(List<RowFilter> filters) implements RowFilter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** Rows that pass any. */
    record Any(List<RowFilter> filters) implements RowFilter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** Rows that do not pass. */
    record Not(RowFilter filter) implements RowFilter {}

    /** Rows whose cell is one of these texts. */
    static RowFilter is(String column, String... texts) {
        return new Cell(column, new CellTest.Is(Set.of(texts)));
    }

    /** Rows whose cell contains a text. */
    static RowFilter contains(String column, String text) {
        return new Cell(column, new CellTest.Contains(text));
    }

    /** Rows in whose cell a regular expression is found. */
    static RowFilter matches(String column, String regex) {
        return new Cell(column, new CellTest.Matches(regex));
    }

    /** Rows whose cell is empty. */
    static RowFilter isMissing(String column) {
        return is(column, "");
    }

    /** Rows whose cell is a number from {@code least} to {@code most}, both included. */
    static RowFilter between(String column, double least, double most) {
        return new Cell(column, new CellTest.Numbers(least, most));
    }

    /**
     * Rows whose cell is a time from {@code from} on and before {@code to}. The time has to say its year; a
     * log without years is filtered when it is a table.
     */
    static RowFilter between(String column, Instant from, Instant to) {
        return new Cell(column, new CellTest.Times(from, to));
    }

    default RowFilter and(RowFilter other) {
        return new All(List.of(this, other));
    }

    default RowFilter or(RowFilter other) {
        return new Any(List.of(this, other));
    }

    default RowFilter not() {
        return new Not(this);
    }
}
