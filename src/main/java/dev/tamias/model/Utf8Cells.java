package dev.tamias.model;

import java.util.List;

/**
 * The cells of one row as well-formed UTF-8 where the decoder has them, for sinks that keep bytes. They
 * may be read until the call returns that hands them over, and are not to be changed. As a list its
 * elements are Strings, made anew whenever they are asked for.
 */
public interface Utf8Cells extends List<String> {

    /** The array that holds a cell, and much beside it. */
    byte[] array(int index);

    /** Where a cell begins in its array. */
    int from(int index);

    /** Where a cell ends in its array. */
    int to(int index);
}
