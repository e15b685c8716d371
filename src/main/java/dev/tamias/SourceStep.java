package dev.tamias;

import dev.tamias.model.Attachment;
import dev.tamias.model.HostException;
import dev.tamias.model.ParsedItem;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParseSession;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.TableSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * A parser set over bytes. Immutable; every terminal operation runs the parser anew, on an instance of
 * its own that is gone afterwards.
 */
public final class SourceStep {

    static final long ALL = Long.MAX_VALUE;

    private final ParserStep parser;
    private final Bytes bytes;
    private final long limit;

    SourceStep(ParserStep parser, Bytes bytes, long limit) {
        this.parser = parser;
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Stops after {@code rows} rows; what lies behind them is not read. */
    public SourceStep head(long rows) {
        return new SourceStep(parser, bytes, rows);
    }

    /**
     * Parses to the end and gives the rows as a table, its columns named as the parser declares them.
     *
     * @throws TableIncomplete where the parser or the source fails on the way, with the rows so far
     * @throws TamiasException where plugin, configuration or input are wrong
     */
    public Table table() {
        return parse().table();
    }

    /** Parses to the end and gives the table with its attachments and counts. Failures as {@link #table}. */
    public Parsed parse() {
        return parser.engine().executor().run(this::parseHere);
    }

    private Parsed parseHere() {
        try (Run run = Run.open(parser, bytes)) {
            TableSink table = new TableSink(run.name(), run.columns());
            List<Attachment> attachments = new ArrayList<>();
            ParseSession session = run.session();
            try {
                while (table.rows() < limit
                        && session.step(
                                (offset, length, cells, attachment) -> {
                                    if (cells != null && table.rows() < limit) {
                                        table.append(cells);
                                    }
                                    if (attachment != null) {
                                        attachments.add(attachment);
                                    }
                                })) {
                    // Each step is one call of the parser.
                }
            } catch (TamiasException e) {
                throw new TableIncomplete(
                        e, new Parsed(table.table(), attachments, session.summary()));
            }
            return new Parsed(table.table(), attachments, session.summary());
        }
    }

    /**
     * The items one after the other, parsed as they are asked for. To be closed, or read to its end;
     * one thread at a time.
     *
     * @throws TamiasException from the stream's operations where parser or source fail on the way
     */
    public Stream<ParsedItem> items() {
        return ItemStream.open(parser, bytes, limit);
    }

    /** Parses to the end, keeps nothing and gives the counts. */
    public ParseSummary summary() {
        return parser.engine().executor().run(this::summaryHere);
    }

    private ParseSummary summaryHere() {
        try (Run run = Run.open(parser, bytes)) {
            return run.session().run((offset, length, cells, attachment) -> {});
        }
    }

    /** Says what would be run over what, without parsing. */
    public String explain() {
        return parser.explain()
                + Run.explain(parser, bytes)
                + (limit == ALL ? "" : "rows        at most " + limit + "\n");
    }

    @Override
    public String toString() {
        try {
            return explain();
        } catch (HostException e) {
            return e.sentence();
        }
    }
}
