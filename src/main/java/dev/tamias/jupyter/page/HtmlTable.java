package dev.tamias.jupyter.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A table as HTML: name and size, the columns with their types, rows from the start and from the end, each
 * with its number, and below pages of rows that unfold. It needs no script and no network, stays readable
 * where a viewer strips its styles, and has a bound whatever the table holds.
 */
public final class HtmlTable {

    /** Rows shown where nothing else is said: half from the start, half from the end. */
    public static final int ROWS = 20;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CELL = 300;
    private static final int SHORTEST_CELL = 24;

    /** Characters of a row that all its cells share. */
    private static final int LONGEST_ROW = 1_500;

    /** Of more columns, the first and the last are shown. */
    private static final int MOST_COLUMNS = 40;

    private static final int LAST_COLUMNS = 10;
    private static final int MOST_NAMES = 20_000;

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 4;

    /** No page is begun behind so many characters. */
    private static final int MOST = 64_000;

    /** Stands for the columns between. */
    private static final int GAP = -1;

    private final Relation table;
    private final int head;
    private final int tail;
    private final List<Integer> columns = new ArrayList<>();
    private final int longest;
    private final Html html = Html.page();

    private HtmlTable(Relation table, int rows) {
        this.table = table;
        boolean all = table.rowCount() <= rows;
        this.head = all ? table.rowCount() : (rows + 1) / 2;
        this.tail = all ? 0 : rows / 2;
        int width = table.columnCount();
        for (int i = 0; i < width; i++) {
            if (width > MOST_COLUMNS && i == MOST_COLUMNS - LAST_COLUMNS) {
                columns.add(GAP);
                i = width - LAST_COLUMNS;
            }
            columns.add(i);
        }
        int share = LONGEST_ROW / Math.max(1, columns.size());
        this.longest = Math.max(SHORTEST_CELL, Math.min(LONGEST_CELL, share));
    }

    /** The HTML of a table, of which at most {@value #ROWS} rows are shown at first. */
    public static String of(Relation table) {
        return of(table, ROWS);
    }

    /** The HTML of a table, of which at most {@code rows} rows are shown at first. */
    public static String of(Relation table, int rows) {
        return new HtmlTable(table, rows).page();
    }

    private String page() {
        html.open("p", "top").element("b", Html.clip(name(), LONGEST_NAME));
        html.text(" · " + Counted.of(table.rowCount(), "row"));
        html.text(" × " + Counted.of(table.columnCount(), "column")).close().line();
        int hidden = table.rowCount() - head - tail;
        sheet(0, head, hidden);
        pages(head, table.rowCount() - tail);
        if (columns.contains(GAP)) {
            names();
        }
        return html.finish();
    }

    private String name() {
        return table.name() == null || table.name().isBlank() ? "table" : table.name();
    }

    /** The rows from one to before another, and where some are hidden, those at the end too. */
    private void sheet(int from, int to, int hidden) {
        html.open("div", "sheet").open("table", "rows").line();
        header();
        html.open("tbody").line();
        for (int row = from; row < to; row++) {
            row(row);
        }
        if (hidden > 0) {
            html.open("tr", "gap").element("th", "").span("td", columns.size());
            html.text("⋮ " + Counted.of(hidden, "more row")).close().close().line();
            for (int row = table.rowCount() - tail; row < table.rowCount(); row++) {
                row(row);
            }
        }
        html.close().close().close().line();
    }

    private void header() {
        html.open("thead").open("tr").element("th", "");
        for (int each : columns) {
            if (each == GAP) {
                html.element("th", "gap", "…");
                continue;
            }
            Column<?> column = table.column(each);
            html.open("th", style(column)).text(Html.clip(column.name(), LONGEST_NAME));
            html.breakLine().element("small", type(column)).close();
        }
        html.close().close().line();
    }

    private static String type(Column<?> column) {
        return column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Numbers stand one below the other. */
    private static String style(Column<?> column) {
        return column instanceof NumericColumn ? "number" : "";
    }

    /** Rows are numbered from 0, as in {@code table.row(0)}. */
    private void row(int row) {
        html.open("tr").element("th", Integer.toString(row));
        for (int each : columns) {
            if (each == GAP) {
                html.element("td", "gap", "…");
            } else {
                Column<?> column = table.column(each);
                html.element("td", style(column), Html.clip(column.getString(row), longest));
            }
        }
        html.close().line();
    }

    /** The rows between start and end, a page at a time, as far as there is room. */
    private void pages(int from, int to) {
        int next = from;
        for (int page = 0; page < MOST_PAGES && next < to && html.length() < MOST; page++) {
            int end = Math.min(to, next + PAGE);
            html.details("more", false);
            html.element("summary", "Rows " + Counted.of(next) + " to " + Counted.of(end - 1L));
            sheet(next, end, 0);
            html.close().line();
            next = end;
        }
        if (next < to) {
            html.open("p", "note").text("Rows " + Counted.of(next) + " to ");
            html.text(Counted.of(to - 1L) + " are not on this page; ");
            html.element("code", ".inRange(" + next + ", " + Math.min(to, next + PAGE) + ")");
            html.text(" of the table has the next.").close().line();
        }
    }

    /** All columns of a wide table, by name. */
    private void names() {
        html.details("more", false);
        html.element("summary", "All " + Counted.of(table.columnCount(), "column")).open("p");
        int start = html.length();
        int shown = 0;
        while (shown < table.columnCount() && html.length() - start < MOST_NAMES) {
            html.text(shown == 0 ? "" : ", ");
            html.text(Html.clip(table.column(shown).name(), LONGEST_NAME));
            html.text(" ").element("small", type(table.column(shown++)));
        }
        int rest = table.columnCount() - shown;
        html.text(rest == 0 ? "" : " … " + Counted.of(rest, "more column")).close().close().line();
    }
}
