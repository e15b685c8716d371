package dev.tamias;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseSession;
import dev.tamias.session.ParserSeat;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.table.ColumnPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A parser that stays open for one cell after the other: a session a cell. */
final class CellParser implements AutoCloseable {

    private final ColumnStep step;
    private final ParserSeat seat;
    private final ParsePolicy policy;
    private final int column;
    private final int before;
    private final ColumnPlan columns;

    private CellParser(ColumnStep step, ParserSeat seat, ColumnPlan given, int column) {
        this.step = step;
        this.seat = seat;
        this.policy = step.policy();
        this.column = column;
        this.before = given.names().size();
        this.columns = given.and(ColumnPlan.of(seat.renderOptions()));
    }

    /**
     * Opens the parser.
     *
     * @param given the columns of the rows that it is given
     * @throws TamiasException where there is no such column, or the parser cannot start
     */
    static CellParser open(RunSetup setup, ColumnStep step, ColumnPlan given) {
        int column = index(given, step.column());
        return new CellParser(step, new ParserSeat(setup.parsers(step.parser())), given, column);
    }

    /**
     * Where a column is.
     *
     * @throws HostException naming those there are
     */
    static int index(ColumnPlan columns, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.names().size(); i++) {
            if (columns.names().get(i).toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        throw new HostException(
                Trouble.CONFIGURATION,
                String.format(
                        "There is no column \"%s\"; there are %s.",
                        name, String.join(", ", columns.names())));
    }

    /** The columns of the rows that it gives: those that it is given, then its own. */
    ColumnPlan columns() {
        return columns;
    }

    /**
     * Gives a row for each that the parser makes of the cell; the row alone where it makes none.
     *
     * @throws TamiasException naming the column, after the rows that the cell gave before
     */
    void rows(List<String> cells, @Nullable Attachment attachment, RowTaker taker) {
        String cell = column < cells.size() ? cells.get(column) : "";
        List<List<String>> rows = new ArrayList<>();
        List<Attachment> found = new ArrayList<>();
        TamiasException failure = cell.isEmpty() ? null : parse(cell, rows, found);
        if (rows.isEmpty()) {
            rows.add(List.of());
        }
        Attachment carried = attachment;
        for (List<String> row : rows) {
            taker.row(joined(cells, row), carried);
            carried = null;
        }
        for (Attachment each : found) {
            taker.row(null, each);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Takes rows of a chain, or attachments without a row. */
    @FunctionalInterface
    interface RowTaker {
        void row(@Nullable List<String> cells, @Nullable Attachment attachment);
    }

    private @Nullable TamiasException parse(
            String cell, List<List<String>> rows, List<Attachment> found) {
        try {
            BinaryByteSource bytes = BinaryByteSource.of(bytes(cell));
            try (ParseSession session = new ParseSession(seat, bytes, policy)) {
                session.run(
                        (offset, length, cells, attachment) -> {
                            if (cells != null) {
                                rows.add(List.copyOf(cells));
                            }
                            if (attachment != null) {
                                found.add(attachment);
                            }
                        });
            }
            return null;
        } catch (Interrupted e) {
            throw e;
        } catch (GuestException e) {
            return new GuestException(e.trouble(), inColumn(e), e);
        } catch (TamiasException e) {
            return new HostException(e.trouble(), inColumn(e), e);
        }
    }

    private byte[] bytes(String cell) {
        return step.isHex() ? HexText.bytes(cell) : cell.getBytes(StandardCharsets.UTF_8);
    }

    private String inColumn(TamiasException e) {
        return "In column \"" + columns.names().get(column) + "\": " + e.sentence();
    }

    /** The cells in their columns; what a row has beyond its columns goes behind all of them. */
    private List<String> joined(List<String> first, List<String> second) {
        int width = columns.names().size();
        List<String> cells = new ArrayList<>(width);
        fill(cells, first, before);
        fill(cells, second, width - before);
        if (first.size() > before) {
            cells.addAll(first.subList(before, first.size()));
        }
        if (second.size() > width - before) {
            cells.addAll(second.subList(width - before, second.size()));
        }
        return cells;
    }

    private static void fill(List<String> cells, List<String> from, int count) {
        for (int i = 0; i < count; i++) {
            cells.add(i < from.size() ? from.get(i) : "");
        }
    }

    @Override
    public void close() {
        seat.close();
    }
}
