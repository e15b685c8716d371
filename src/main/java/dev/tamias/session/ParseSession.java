package dev.tamias.session;

import dev.tamias.engine.Interrupted;
import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserHost;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParseSummary.End;
import dev.tamias.source.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives a parser over a source: one call a slice, larger slices where the parser asks for more, one
 * byte skipped after a parse error, and an end to every loop. One thread at a time, a guest thread of
 * the engine's; only {@link #cancel} is for others.
 *
 * <p>The rules are Chipmunk's producer loop without its defects: a slice grows whenever the source has
 * more, calls that bring nothing are counted and end, and what a guest claims to have consumed is
 * checked against what it was given.
 */
public final class ParseSession implements AutoCloseable {

    private static final String WRONG_PARSER = " (is this the right parser for the input?)";

    /** Troubles of one instance: a fresh one may go on. */
    private static final Set<Trouble> OF_INSTANCE =
            EnumSet.of(Trouble.TRAP, Trouble.LIMIT, Trouble.CONTRACT);

    private final ParserSeat seat;
    private final boolean ownsSeat;
    private final ByteSource source;
    private final ParsePolicy policy;
    private final SliceReader slices;
    private final Counters counters = new Counters();
    private final Cancellation cancellation = new Cancellation();
    private Consumer<ParseProgress> listener = progress -> {};
    private @Nullable ProgressClock progress;
    private @Nullable ParseSummary last;
    private long limit = Long.MAX_VALUE;
    private int taken;
    private int errorsInARow;
    private long skippedAfterErrors;
    private int answersWithoutProgress;
    private int loadsOfNothing;
    private boolean paused;

    /** A session on a parser of its own, opened at once and closed with the session. */
    public ParseSession(ParserFactory parsers, ByteSource source, ParsePolicy policy) {
        this(new ParserSeat(parsers), true, source, policy);
    }

    /** A session on a parser that has others before and after it, and stays open. */
    public ParseSession(ParserSeat seat, ByteSource source, ParsePolicy policy) {
        this(seat, false, source, policy);
    }

    private ParseSession(ParserSeat seat, boolean ownsSeat, ByteSource source, ParsePolicy policy) {
        this.seat = seat;
        this.ownsSeat = ownsSeat;
        this.source = source;
        this.policy = policy;
        this.slices = new SliceReader(source, policy);
    }

    /** Ends the session after so many rows: nothing behind the last of them counts as consumed. */
    public ParseSession limit(long rows) {
        limit = rows;
        return this;
    }

    /** Tells how far the session has come: at most every 200 ms, and once at the end. */
    public ParseSession onProgress(Consumer<ParseProgress> listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Ends the session, from any thread: {@link #run} and {@link #step} return soon, also out of the
     * parser's code or a blocked source, and the summary says that they were cancelled. The sink may be
     * interrupted too.
     */
    public void cancel() {
        cancellation.cancel();
    }

    /** Runs to the end of the source; failures as {@link #step}. */
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
     * @throws HostException where the source fails
     * @throws Interrupted where the thread is interrupted; its flag is set again. Unless that was in
     *     the parser's code, nothing is lost and the next step goes on
     */
    public boolean step(RowSink sink) {
        if (done()) {
            return false;
        }
        resume();
        cancellation.enter();
        try {
            startProgress();
            return advance(sink);
        } catch (RuntimeException e) {
            return stopped(e);
        } catch (Error e) {
            end(End.FAILED);
            throw e;
        } finally {
            tellProgress();
            cancellation.leave();
        }
    }

    /** Ends the session for {@code failure}, and throws it where the session was not cancelled. */
    private boolean stopped(RuntimeException failure) {
        if (!(failure instanceof Interrupted)) {
            end(End.FAILED);
            throw failure;
        }
        end(End.CANCELLED);
        if (cancellation.cancelled()) {
            return false;
        }
        // Outside of the parser's code, nothing was harmed.
        paused = !seat.empty();
        throw failure;
    }

    private void resume() {
        if (paused) {
            paused = false;
            counters.end = End.RUNNING;
        }
    }

    private boolean advance(RowSink sink) {
        checkInterrupt();
        if (enough()) {
            return end(End.LIMIT);
        }
        int given = slices.next();
        if (given == 0) {
            return source.ended() ? finishAtEnd() : broughtNothing();
        }
        ParseCall call = new ParseCall(this, sink, source.position(), given, 0);
        ParseReply reply = parse(call, source.slice(), source.sliceStart(), given);
        if (reply == null) {
            return true;
        }
        return switch (reply.kind()) {
            case ITEMS -> items(call, given);
            case INCOMPLETE -> incomplete(sink, given);
            case PARSE -> parseError(reply, given);
            case EOF -> end(End.PARSER_EOF);
            case UNRECOVERABLE -> throw failed("cannot go on" + words(reply));
        };
    }

    /** Calls the parser and takes what became items; null where a fresh instance is to go on. */
    private @Nullable ParseReply parse(ParseCall call, byte[] data, int from, int length) {
        ParserHost parser = seat.parser();
        try {
            OptionalLong offset = OptionalLong.of(source.position());
            return parser.parse(data, from, length, offset, source.timestamp(), call);
        } catch (RuntimeException e) {
            seat.discard();
            if (call.refusal() != null) {
                throw call.refusal();
            }
            if (!restarts(e)) {
                throw e;
            }
            counters.restarts++;
            parser.note(
                    LogLevel.WARN,
                    source.position() + taken,
                    "a fresh instance goes on here, restart "
                            + counters.restarts
                            + " of "
                            + policy.restarts());
            return null;
        } finally {
            source.consume(taken);
            taken = 0;
        }
    }

    private boolean restarts(RuntimeException failure) {
        return counters.restarts < policy.restarts()
                && failure instanceof GuestException guest
                && OF_INSTANCE.contains(guest.trouble());
    }

    private boolean items(ParseCall call, int given) {
        errorsInARow = 0;
        if (call.taken() > 0) {
            // An answer without progress asks for more: a shorter slice would undo that for ever.
            slices.took(call.taken(), given);
        }
        if (enough()) {
            return end(End.LIMIT);
        }
        if (call.taken() > 0
                || call.items() == 0 && slices.grow(given) == SliceReader.Growth.LONGER) {
            answersWithoutProgress = 0;
            loadsOfNothing = 0;
            return true;
        }
        if (++answersWithoutProgress >= policy.answersWithoutProgress()) {
            throw failed(
                    String.format(
                            "answered %d times in a row without an error and without consuming one of %d bytes",
                            answersWithoutProgress, given));
        }
        return true;
    }

    private boolean incomplete(RowSink sink, int given) {
        counters.incompletes++;
        return switch (slices.grow(given)) {
            case LONGER -> {
                loadsOfNothing = 0;
                yield true;
            }
            case AT_END -> tail(sink);
            case NOTHING -> broughtNothing();
            case LONGEST -> throw failed("finds no whole item in " + given + " bytes");
        };
    }

    private boolean broughtNothing() {
        if (++loadsOfNothing > policy.incompletes()) {
            throw new HostException(
                    Trouble.INPUT,
                    String.format(
                            "The input \"%s\" brought nothing %d times in a row at byte %d and says that it has not ended.",
                            source.name(), loadsOfNothing, source.position() + source.length()));
        }
        return true;
    }

    private boolean parseError(ParseReply reply, int given) {
        counters.parseErrors++;
        errorsInARow++;
        if (errorsInARow > policy.parseErrors()) {
            throw failed("met " + errorsInARow + " parse errors in a row" + words(reply));
        }
        if (noItem() && skippedAfterErrors >= policy.initialErrorBytes()) {
            throw failed(
                    "found no item in the first "
                            + skippedAfterErrors
                            + " bytes"
                            + words(reply)
                            + WRONG_PARSER);
        }
        counters.skipped.add(source.position(), 1, SkippedRange.Reason.PARSE_ERROR);
        source.consume(1);
        skippedAfterErrors++;
        answersWithoutProgress = 0;
        // Much is tried again now, so it had better be little.
        slices.took(1, given);
        return true;
    }

    private boolean noItem() {
        return counters.rows + counters.attachments == 0;
    }

    /** An input of which nothing was understood is an error, not an empty table. */
    private boolean finishAtEnd() {
        if (skippedAfterErrors > 0 && noItem()) {
            throw failed("found no item in all " + skippedAfterErrors + " bytes" + WRONG_PARSER);
        }
        return end(End.SOURCE_END);
    }

    /** The slice holds all that is left, and the parser finds no whole item in it. */
    private boolean tail(RowSink sink) {
        switch (policy.tail()) {
            case REPORT -> {
                // It stays in the source, where the summary finds it.
            }
            case DROP -> {
                counters.skipped.add(source.position(), source.length(), SkippedRange.Reason.TAIL);
                source.consume(source.length());
            }
            case NEWLINE -> parseTail(sink);
            case EMIT_RAW -> emitTail(sink);
        }
        return end(enough() ? End.LIMIT : End.SOURCE_END);
    }

    private void parseTail(RowSink sink) {
        int before;
        do {
            before = source.length();
            byte[] terminated = new byte[before + 1];
            System.arraycopy(source.slice(), source.sliceStart(), terminated, 0, before);
            terminated[before] = '\n';
            ParseCall call = new ParseCall(this, sink, source.position(), before, 1);
            ParseReply reply = parse(call, terminated, 0, terminated.length);
            if (reply != null && reply.kind() == ParseReply.Kind.UNRECOVERABLE) {
                throw failed("cannot go on" + words(reply));
            }
        } while (source.length() > 0 && source.length() < before && !enough());
    }

    private void emitTail(RowSink sink) {
        int length = source.length();
        List<String> cells = new ArrayList<>(Collections.nCopies(columns(), ""));
        String text =
                new String(source.slice(), source.sliceStart(), length, StandardCharsets.UTF_8);
        cells.set(0, text);
        sink.row(source.position(), length, cells, null);
        counters.count(length, cells, null);
        source.consume(length);
    }

    private static String words(ParseReply reply) {
        return reply.message().isEmpty() ? "" : ": " + reply.message();
    }

    private GuestException failed(String what) {
        return failed(Trouble.PARSE, what, source.position());
    }

    GuestException failed(Trouble trouble, String what, long position) {
        return new GuestException(
                trouble,
                String.format(
                        "Parser \"%s\" %s, at byte %d of \"%s\".",
                        seat.plugin(), what, position, source.name()));
    }

    private boolean end(End end) {
        counters.end = end;
        return false;
    }

    private void startProgress() {
        if (progress == null) {
            progress = new ProgressClock(listener);
        }
    }

    private void tellProgress() {
        if (progress != null && (done() || progress.due())) {
            progress.tell(
                    counters.consumed + counters.skipped.bytes(), source.size(), counters.rows);
        }
    }

    /** Whether the rows that were asked for are there. */
    boolean enough() {
        return counters.rows >= limit;
    }

    void checkInterrupt() {
        cancellation.check();
    }

    Counters counters() {
        return counters;
    }

    /** Takes bytes of the slice that the parser is called with. */
    void take(int bytes) {
        taken += bytes;
    }

    /** How many cells a row is to have. */
    int columns() {
        return Math.max(1, seat.renderOptions().columns().size());
    }

    boolean strictColumns() {
        return policy.strictColumns();
    }

    /** The parser that is fed. */
    public ParserSeat parser() {
        return seat;
    }

    /** The source that it is fed from. */
    public ByteSource source() {
        return source;
    }

    /** The counts so far, for the session's thread. */
    public ParseSummary summary() {
        if (last != null) {
            return last;
        }
        long position = source.position() + taken;
        long tail = source.length() - (long) taken;
        if (!source.ended()) {
            tail = Math.max(tail, source.size().orElse(0) - position);
        }
        return counters.summary(tail, position);
    }

    /** Whether the session has ended. */
    public boolean done() {
        return counters.end != End.RUNNING && !paused;
    }

    /** Closes the source, and the parser where it is the session's own. */
    @Override
    public void close() {
        last = summary();
        try {
            source.close();
        } finally {
            if (ownsSeat) {
                seat.close();
            }
        }
    }
}
