package dev.tamias.check;

import dev.tamias.host.RunLog;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParseSummary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one run over one input went.
 *
 * @param summary null where the parser could not even be opened
 * @param failure what ended it early; null where nothing did
 */
record Outcome(
        List<Row> rows,
        @Nullable ParseSummary summary,
        @Nullable TamiasException failure,
        List<RunLog.Entry> log,
        int columns) {

    /** Ends that a plugin is to blame for, whatever its input and configuration. */
    private static final Set<Trouble> FAULTS =
            Set.of(Trouble.TRAP, Trouble.LIMIT, Trouble.CONTRACT);

    /** Whether the plugin broke, where it should have said that it cannot go on. */
    boolean isFault() {
        return failure != null && isFault(failure);
    }

    static boolean isFault(TamiasException failure) {
        return FAULTS.contains(failure.trouble());
    }

    /** Bytes that became items. */
    long consumed() {
        return summary == null ? 0 : summary.consumed();
    }

    /** The failure's sentence; empty where there is none. */
    String said() {
        return failure == null ? "" : failure.sentence();
    }
}
