package dev.tamias.session;

import dev.tamias.model.TamiasException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a session said.
 *
 * @param items each item as {@code offset+length cells attachment}
 */
record Outcome(List<String> items, ParseSummary summary, @Nullable TamiasException failure) {

    /** Runs a session to its end, or to its failure. */
    static Outcome of(ParseSession session) {
        List<String> items = new ArrayList<>();
        RowSink sink =
                (offset, length, cells, attachment) ->
                        items.add(
                                offset
                                        + "+"
                                        + length
                                        + (cells == null ? "" : " " + cells)
                                        + (attachment == null ? "" : " " + attachment.name()));
        try {
            return new Outcome(items, session.run(sink), null);
        } catch (TamiasException e) {
            return new Outcome(items, session.summary(), e);
        }
    }

    /** The counts that are the same for every slicing. */
    String counts() {
        return String.format(
                Locale.ROOT,
                "%d rows, %d consumed, %d skipped, %d tail, %s",
                summary.rows(),
                summary.consumed(),
                summary.skipped(),
                summary.tail(),
                summary.end());
    }

    /** The failure's sentence; an error where there is none. */
    String sentence() {
        return Objects.requireNonNull(failure, "the session did not fail").sentence();
    }
}
