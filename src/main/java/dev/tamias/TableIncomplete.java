package dev.tamias;

import dev.tamias.model.IncompleteException;
import dev.tamias.model.TamiasException;
import tech.tablesaw.api.Table;

/** Parsing failed on the way; the rows so far are here. The cause says what happened. */
public final class TableIncomplete extends IncompleteException {

    private final transient Parsed parsed;

    TableIncomplete(TamiasException cause, Parsed parsed) {
        super(
                cause,
                "The " + parsed.summary().rows() + " rows before that are kept in this exception.");
        this.parsed = parsed;
    }

    /** What was parsed before the failure. */
    public Parsed parsed() {
        return parsed;
    }

    /** The rows before the failure. */
    public Table table() {
        return parsed.table();
    }
}
