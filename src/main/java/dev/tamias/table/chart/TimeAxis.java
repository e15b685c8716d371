package dev.tamias.table.chart;

import java.util.List;

/**
 * Time from left to right, in slots.
 *
 * @param edges where slots begin, from 0 for the first to 1 for the end of the last; one more than slots
 * @param marks times to write below
 * @param from the beginning, for a reader
 * @param to the end, for a reader
 */
public record TimeAxis(double[] edges, List<Mark> marks, String from, String to) {

    public TimeAxis {
        marks = List.copyOf(marks);
    }

    /** A label below the axis, at a position from 0 to 1. */
    public record Mark(double position, String label) {}

    /** How many slots there are. */
    public int slots() {
        return Math.max(0, edges.length - 1);
    }

    /** For a corner; empty where there is no time. */
    String span() {
        return slots() == 0 ? "" : from + " – " + to;
    }

    String range() {
        return slots() == 0 ? "No row has a time" : "From " + from + " to " + to;
    }
}
