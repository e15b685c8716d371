package dev.tamias.session;

import dev.tamias.host.ItemSink;
import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserHost;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;
import dev.tamias.source.ByteSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives a parser over a source: one call a slice, larger slices where the parser asks for more, one
 * byte skipped after a parse error, and an end to every loop. One thread at a time.
 *
 * <p>The rules are Chipmunk's producer loop without its defects: a slice grows whenever the source has
 * more, calls that bring nothing are counted and end, and what a guest claims to have consumed is
 * checked against what it was given.
 */
public final class ParseSession implements AutoCloseable {

    private static final String WRONG_PARSER = " (is this the right parser for the input?)";

    private final ParserHost parser;
    private final ByteSource source;
    private final ParsePolicy policy;
    private final Counters counters = new Counters();
    private int wanted;
    private int errorsInARow;
    private int emptyReplies;
    private boolean done;
    private boolean complete;

    public ParseSession(ParserHost parser, ByteSource source, ParsePolicy policy) {
        this.parser = parser;
        this.source = source;
        this.policy = policy;
        this.wanted = policy.firstSlice();
    }

    /** Runs to the end of the source. */
    public ParseSummary run(RowSink sink) {
        while (step(sink)) {
            // Each step is one call of the parser.
        }
        return summary();
    }

    /**
     * Makes one call of the parser and hands on its items.
     *
     * @return whether there may be more
     * @throws GuestException where the parser fails for good; {@link #summary} still holds, and the
     *     items so far are with the sink
     * @throws dev.tamias.model.HostException where the source fails
     */
    public boolean step(RowSink sink) {
        if (done) {
            return false;
        }
        source.load(wanted);
        if (source.length() == 0) {
            return finishAtEnd();
        }
        Slice slice = new Slice(sink, source.position(), source.length());
        ParseReply reply = call(source.slice(), source.sliceStart(), source.length(), slice);
        return switch (reply.kind()) {
            case ITEMS -> items(slice);
            case INCOMPLETE -> incomplete(sink);
            case PARSE -> parseError(reply);
            case EOF -> finish(true);
            case UNRECOVERABLE -> throw failed("cannot go on" + words(reply));
        };
    }

    private ParseReply call(byte[] data, int from, int length, Slice slice) {
        try {
            return parser.parse(data, from, length, source.timestamp(), slice);
        } catch (RuntimeException e) {
            done = true;
            source.consume((int) slice.taken);
            throw e;
        }
    }

    private boolean finish(boolean atEnd) {
        done = true;
        complete = atEnd;
        return false;
    }

    /** An input of which nothing was understood is an error, not an empty table. */
    private boolean finishAtEnd() {
        if (counters.parseErrors > 0 && counters.consumed == 0) {
            throw failed("found no item in all " + counters.skipped + " bytes" + WRONG_PARSER);
        }
        return finish(true);
    }

    private boolean items(Slice slice) {
        source.consume((int) slice.taken);
        errorsInARow = 0;
        if (slice.taken > 0) {
            emptyReplies = 0;
            wanted = policy.firstSlice();
            return true;
        }
        // An answer without progress is allowed once, for a parser that needed a second look.
        if (++emptyReplies > 1 && !grow()) {
            throw failed("answered twice without an error and without consuming a byte");
        }
        return true;
    }

    private boolean incomplete(RowSink sink) {
        if (grow()) {
            return true;
        }
        if (!source.ended()) {
            throw failed("finds no whole item in " + source.length() + " bytes");
        }
        if (policy.tail() == ParsePolicy.Tail.NEWLINE) {
            parseTail(sink);
        }
        return finish(true);
    }

    /** Loads a slice twice as long; false where the source has no more or the longest is reached. */
    private boolean grow() {
        int before = source.length();
        wanted = (int) Math.min(Math.max(wanted, before) * 2L, policy.longestSlice());
        return wanted > before && source.load(wanted) > 0;
    }

    private void parseTail(RowSink sink) {
        int length = source.length();
        byte[] terminated = new byte[length + 1];
        System.arraycopy(source.slice(), source.sliceStart(), terminated, 0, length);
        terminated[length] = '\n';
        Slice slice = new Slice(sink, source.position(), length);
        slice.extra = 1;
        call(terminated, 0, terminated.length, slice);
        source.consume((int) slice.taken);
    }

    private boolean parseError(ParseReply reply) {
        counters.parseErrors++;
        errorsInARow++;
        if (errorsInARow > policy.parseErrors()) {
            throw failed("met " + errorsInARow + " parse errors in a row" + words(reply));
        }
        if (counters.consumed == 0 && counters.skipped >= policy.initialErrorBytes()) {
            throw failed(
                    "found no item in the first "
                            + counters.skipped
                            + " bytes"
                            + words(reply)
                            + WRONG_PARSER);
        }
        source.consume(1);
        counters.skipped++;
        return true;
    }

    private static String words(ParseReply reply) {
        return reply.message().isEmpty() ? "" : ": " + reply.message();
    }

    private GuestException failed(String what) {
        return ended(Trouble.PARSE, what);
    }

    private GuestException ended(Trouble trouble, String what) {
        done = true;
        return new GuestException(
                trouble,
                String.format(
                        "Parser \"%s\" %s, at byte %d of \"%s\".",
                        parser.plugin(), what, source.position(), source.name()));
    }

    /** The counts so far. */
    public ParseSummary summary() {
        return counters.summary(source.length(), complete);
    }

    /** Whether the parser or the source has come to an end. */
    public boolean done() {
        return done;
    }

    /** Closes the source and the parser. */
    @Override
    public void close() {
        try {
            source.close();
        } finally {
            parser.close();
        }
    }

    /** Takes the items of one call and checks what they claim. */
    private final class Slice implements ItemSink {

        private final RowSink sink;
        private final long position;
        private final int length;
        private int items;
        private long taken;

        /** Bytes that the session has put behind the slice and that are none of the input. */
        private int extra;

        Slice(RowSink sink, long position, int length) {
            this.sink = sink;
            this.position = position;
            this.length = length;
        }

        @Override
        public void item(
                long consumed, @Nullable List<String> cells, @Nullable Attachment attachment) {
            items++;
            if (consumed < 0 || consumed > length + extra - taken) {
                throw ended(
                        Trouble.CONTRACT,
                        "says that it consumed "
                                + Long.toUnsignedString(consumed)
                                + " of "
                                + (length + extra - taken)
                                + " bytes in item "
                                + items
                                + " of a call");
            }
            long offset = position + taken;
            long bytes = Math.min(consumed, length - taken);
            taken += bytes;
            if (cells == null && attachment == null) {
                counters.skipped += bytes;
                return;
            }
            counters.consumed += bytes;
            counters.rows += cells == null ? 0 : 1;
            counters.attachments += attachment == null ? 0 : 1;
            sink.row(offset, bytes, cells, attachment);
        }
    }
}
