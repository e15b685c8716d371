package dev.tamias.table;

import java.util.HashMap;
import java.util.Map;

/** Counts the rows of each source from 0. */
public final class RowNumbers {

    private final Map<String, Long> rows = new HashMap<>();
    private String lastSource = "";
    private long lastRow = -1;

    /** The number of the next row of a source. */
    public long next(String source) {
        if (!source.equals(lastSource)) {
            rows.put(lastSource, lastRow);
            lastRow = rows.getOrDefault(source, -1L);
            lastSource = source;
        }
        return ++lastRow;
    }
}
