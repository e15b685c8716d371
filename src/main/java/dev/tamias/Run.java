package dev.tamias;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseProgress;
import dev.tamias.session.ParseSession;
import dev.tamias.session.ParseSummary;
import dev.tamias.source.ByteSource;
import dev.tamias.table.ColumnPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One input of a run: the source opened, the parsers' instances initialised. Closing it ends all. */
final class Run implements AutoCloseable {

    private final ParseSession session;
    private final String source;
    private final List<CellParser> chain = new ArrayList<>();
    private final Queue<Item> given = new ArrayDeque<>();
    private final long limit;
    private ColumnPlan columns;
    private long messages;
    private long rows;

    /** An item of the first parser, on its way through the chain. */
    private record Item(
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment) {}

    private Run(ParseSession session, long limit) {
        this.session = session;
        this.source = session.source().name();
        this.limit = limit;
        this.columns = ColumnPlan.of(session.parser().renderOptions());
        session.limit(limit);
    }

    /** Opens an input and its parsers; to be called on a guest thread. */
    static Run open(RunSetup setup, Bytes input, long limit) {
        // Plugin and configuration first: they are wrong more often, and a live input is opened
        // late.
        var parsers = setup.parsers(setup.plan().parser());
        ByteSource bytes = OpenInput.of(setup, input);
        ParseSession session;
        try {
            session = new ParseSession(parsers, bytes, policy(setup, input));
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
        Run run = new Run(session, limit);
        try {
            run.chain(setup);
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** What the last part of a file leaves is the file's tail; the others are to leave nothing. */
    private static ParsePolicy policy(RunSetup setup, Bytes input) {
        ParsePolicy policy = setup.policy();
        return input.origin() instanceof Origin.InRange range && !range.last()
                ? policy.withTail(ParsePolicy.Tail.REPORT)
                : policy;
    }

    private void chain(RunSetup setup) {
        for (ColumnStep step : setup.plan().chain()) {
            CellParser parser = CellParser.open(setup, step, columns);
            chain.add(parser);
            columns = parser.columns();
        }
    }

    void onProgress(Consumer<ParseProgress> listener) {
        session.onProgress(listener);
    }

    /** The input's name. */
    String source() {
        return source;
    }

    /** The parser's name. */
    String plugin() {
        return session.parser().plugin();
    }

    ColumnPlan columns() {
        return columns;
    }

    /** How many rows it has given. */
    long rows() {
        return rows;
    }

    /** Makes one call of the first parser and hands on the rows; whether there may be more. */
    boolean step(RowSteps.Taker taker) {
        if (chain.isEmpty()) {
            return session.step(
                    (offset, length, cells, attachment) ->
                            hand(taker, offset, length, cells, attachment));
        }
        return stepChain(taker);
    }

    /** The chain runs between the calls of the first parser, so as not to use up that parser's time. */
    private boolean stepChain(RowSteps.Taker taker) {
        TamiasException failure = null;
        boolean more = false;
        try {
            more =
                    session.step(
                            (offset, length, cells, attachment) ->
                                    given.add(
                                            new Item(
                                                    offset,
                                                    length,
                                                    cells == null ? null : List.copyOf(cells),
                                                    attachment)));
        } catch (TamiasException e) {
            failure = e;
        }
        for (Item item = given.poll(); item != null && rows < limit; item = given.poll()) {
            feed(item, taker);
        }
        if (failure != null) {
            throw failure;
        }
        if (rows >= limit) {
            // The session has given less than that, and is to say why it ends.
            session.limit(0);
            return session.step((offset, length, cells, attachment) -> {});
        }
        return more;
    }

    private void feed(Item item, RowSteps.Taker taker) {
        if (item.cells() == null) {
            hand(taker, item.offset(), item.length(), null, item.attachment());
            return;
        }
        try {
            feed(item, 0, item.cells(), item.attachment(), taker);
        } catch (Interrupted e) {
            throw e;
        } catch (GuestException e) {
            throw new GuestException(e.trouble(), ofRow(item) + e.sentence(), e);
        } catch (HostException e) {
            throw new HostException(e.trouble(), ofRow(item) + e.sentence(), e);
        }
        messages++;
    }

    private String ofRow(Item item) {
        return String.format(
                "Row %d (counted from 0), at byte %d of \"%s\": ", messages, item.offset(), source);
    }

    private void feed(
            Item item,
            int link,
            List<String> cells,
            @Nullable Attachment attachment,
            RowSteps.Taker taker) {
        if (link == chain.size()) {
            hand(taker, item.offset(), item.length(), cells, attachment);
            return;
        }
        chain.get(link)
                .rows(
                        cells,
                        attachment,
                        (row, found) -> {
                            if (row == null) {
                                hand(taker, item.offset(), item.length(), null, found);
                            } else {
                                feed(item, link + 1, row, found, taker);
                            }
                        });
    }

    private void hand(
            RowSteps.Taker taker,
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment) {
        if (cells != null) {
            if (rows >= limit) {
                return;
            }
            rows++;
        }
        taker.row(source, offset, length, cells, attachment);
    }

    /** How the session over the input went. */
    SourceSummary summary() {
        ParseSummary summary = session.summary();
        return new SourceSummary(source, summary);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            chain.forEach(CellParser::close);
        }
    }
}
