package dev.tamias;

import dev.tamias.model.IncompleteException;
import dev.tamias.model.TamiasException;
import tech.tablesaw.api.Table;

/**
 * Parsing failed on the way, or was interrupted; the rows so far are here, of several inputs the rows of
 * those that did not fail too. The cause says what happened first, its suppressed exceptions what
 * happened to other inputs.
 */
public final class TableIncomplete extends IncompleteException {

    private final transient Parsed parsed;

    TableIncomplete(TamiasException cause, Parsed parsed, boolean kept) {
        super(cause, kept ? keptRows(parsed) : "How far it came is kept in this exception.");
        this.parsed = parsed;
    }

    private static String keptRows(Parsed parsed) {
        return "The "
                + parsed.table().rowCount()
                + (parsed.summaries().size() > 1 ? " rows of all inputs" : " rows before that")
                + " are kept in this exception.";
    }

    /** What was parsed. */
    public Parsed parsed() {
        return parsed;
    }

    /** The rows that were parsed. */
    public Table table() {
        return parsed.table();
    }
}
