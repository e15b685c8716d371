package dev.tamias.table.type;

/** Reads a cell of one type as 64 bits: a number, the bits of a double, 0 or 1, nanoseconds. */
@FunctionalInterface
public interface CellParser {

    /** The answer for a cell that is not of the type, Tablesaw's own sign for a missing number. */
    long NOT = Long.MIN_VALUE;

    /** The value of the cell {@code utf8[from, to)}, which is not empty, or {@link #NOT}. */
    long parse(byte[] utf8, int from, int to);
}
