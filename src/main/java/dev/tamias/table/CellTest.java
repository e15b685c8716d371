package dev.tamias.table;

import java.time.Instant;
import java.util.Set;

/** A test on one cell, as a value. */
public sealed interface CellTest {

    /** The cell is one of these. */
    record Is(Set<String> texts) implements CellTest {
        public Is {
            texts = Set.copyOf(texts);
        }
    }

    /** The cell contains a text. */
    record Contains(String text) implements CellTest {}

    /** The regular expression is found in the cell. */
    record Matches(String regex) implements CellTest {}

    /** The cell is a number in these bounds, both included. */
    record Numbers(double least, double most) implements CellTest {}

    /** The cell is a time from one on and before the other. */
    record Times(Instant from, Instant to) implements CellTest {}
}
