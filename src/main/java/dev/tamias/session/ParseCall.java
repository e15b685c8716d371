package dev.tamias.session;

import dev.tamias.host.ItemSink;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a parser: takes its items, checks what they claim and counts them. Items behind the last
 * row that was asked for are not taken.
 */
final class ParseCall implements ItemSink {

    /** After so many items it is asked whether to stop: an answer may have a million. */
    private static final int ITEMS_A_CHECK = 256;

    private final ParseSession session;
    private final RowSink sink;
    private final long position;
    private final int length;

    /** Bytes that the session has put behind the slice and that are none of the input. */
    private final int extra;

    private long items;
    private int taken;
    private @Nullable RuntimeException refusal;

    ParseCall(ParseSession session, RowSink sink, long position, int length, int extra) {
        this.session = session;
        this.sink = sink;
        this.position = position;
        this.length = length;
        this.extra = extra;
    }

    @Override
    public void item(long consumed, @Nullable List<String> cells, @Nullable Attachment attachment) {
        if (session.enough()) {
            return;
        }
        if (items++ % ITEMS_A_CHECK == 0) {
            session.checkInterrupt();
        }
        long left = length + extra - (long) taken;
        if (consumed < 0 || consumed > left) {
            throw broken(
                    String.format(
                            "says that it consumed %s of %d bytes in item %d of a call",
                            Long.toUnsignedString(consumed), left, items));
        }
        int bytes = (int) Math.min(consumed, length - taken);
        Counters counters = session.counters();
        if (cells == null && attachment == null) {
            counters.skipped.add(position + taken, bytes, SkippedRange.Reason.PARSER);
        } else {
            checkColumns(cells);
            hand(bytes, cells, attachment);
            counters.count(bytes, cells, attachment);
        }
        taken += bytes;
        session.take(bytes);
    }

    private void checkColumns(@Nullable List<String> cells) {
        if (cells == null || cells.size() == session.columns()) {
            return;
        }
        if (session.strictColumns()) {
            refusal =
                    broken(
                            String.format(
                                    "gave a row of %d cells and declares %d columns",
                                    cells.size(), session.columns()));
            throw refusal;
        }
        session.counters().columnMismatches++;
    }

    private void hand(int bytes, @Nullable List<String> cells, @Nullable Attachment attachment) {
        try {
            sink.row(position + taken, bytes, cells, attachment);
        } catch (RuntimeException e) {
            // None of the parser's failures, whatever its type.
            refusal = e;
            throw e;
        }
    }

    private GuestException broken(String what) {
        return session.failed(Trouble.CONTRACT, what, position + taken);
    }

    /** How many items the parser gave. */
    long items() {
        return items;
    }

    /** How many bytes of the slice became items or were skipped. */
    int taken() {
        return taken;
    }

    /** Why the session does not go on, where that is not up to the parser. */
    @Nullable RuntimeException refusal() {
        return refusal;
    }
}
