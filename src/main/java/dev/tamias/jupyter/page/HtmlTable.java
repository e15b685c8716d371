package dev.tamias.jupyter.page;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A table as HTML: name and size, the columns with their types, rows from the start and from the end,
 * each with its number, and a page of those between, folded up. It needs no script, no style sheet and no
 * network, and stays readable where a viewer strips its styles. Its size is bounded, whatever the table's.
 */
public final class HtmlTable {

    /** Rows shown where nothing else is said: half from the start, half from the end. */
    public static final int ROWS = 20;

    /** Rows behind those from the start that can be folded out. */
    private static final int PAGE = 100;

    /** A table so wide is read by choosing columns. */
    private static final int MOST_COLUMNS = 60;

    /** A page that is larger ends early, so that a notebook stays one that can be opened and sent. */
    private static final int LARGEST_PAGE = 1 << 16;

    private static final int LONGEST_CELL = 300;
    private static final String LEFT = " style=\"text-align:left;vertical-align:top\"";
    private static final String TEXT =
            " style=\"text-align:left;vertical-align:top;white-space:pre-wrap\"";
    private static final String VALUE =
            " style=\"text-align:left;vertical-align:top;white-space:nowrap\"";
    private static final String NUMBER =
            " style=\"text-align:right;vertical-align:top;white-space:nowrap\"";

    private final Relation table;
    private final List<Column<?>> columns;
    private final int head;
    private final int tail;
    private final StringBuilder html = new StringBuilder();

    private HtmlTable(Relation table, int rows) {
        this.table = table;
        List<Column<?>> all = table.columns();
        this.columns = all.subList(0, Math.min(all.size(), MOST_COLUMNS));
        boolean whole = table.rowCount() <= rows;
        this.head = whole ? table.rowCount() : (rows + 1) / 2;
        this.tail = whole ? 0 : rows / 2;
    }

    /** The HTML of a table, of which at most {@value #ROWS} rows are shown. */
    public static String of(Relation table) {
        return of(table, ROWS);
    }

    /** The HTML of a table, of which at most {@code rows} rows are shown. */
    public static String of(Relation table, int rows) {
        return new HtmlTable(table, rows).html();
    }

    private String html() {
        int hidden = table.rowCount() - head - tail;
        begin();
        caption();
        header();
        html.append("<tbody>\n");
        rows(0, head);
        if (hidden > 0) {
            html.append("<tr><td></td><td colspan=\"")
                    .append(columns.size())
                    .append('"')
                    .append(LEFT)
                    .append(">⋮ ")
                    .append(count(hidden))
                    .append(" more</td></tr>\n");
        }
        rows(table.rowCount() - tail, table.rowCount());
        end();
        if (hidden > 0) {
            page(Math.min(hidden, PAGE));
        }
        return html.toString();
    }

    private void begin() {
        html.append("<table class=\"tamias\">\n");
    }

    private void end() {
        html.append("</tbody>\n</table>\n");
    }

    /** The next rows, to be folded out. */
    private void page(int size) {
        html.append("<details><summary>rows ")
                .append(count(head))
                .append(" to ")
                .append(count(head + size - 1))
                .append("</summary>\n");
        begin();
        html.append("<tbody>\n");
        int start = html.length();
        for (int row = head; row < head + size; row++) {
            if (html.length() - start > LARGEST_PAGE) {
                html.append("<tr><td></td><td>… too long to be shown here</td></tr>\n");
                break;
            }
            row(row);
        }
        end();
        html.append("</details>\n");
    }

    private void rows(int from, int to) {
        for (int row = from; row < to; row++) {
            row(row);
        }
    }

    private void caption() {
        String name = table.name() == null ? "table" : table.name();
        html.append("<caption")
                .append(LEFT)
                .append("><b>")
                .append(Html.escape(name))
                .append("</b>: ")
                .append(count(table.rowCount()))
                .append(" rows × ")
                .append(count(table.columnCount()))
                .append(" columns")
                .append(
                        columns.size() < table.columnCount()
                                ? ", of which the first are shown"
                                : "")
                .append("</caption>\n");
    }

    private void header() {
        html.append("<thead>\n<tr><th></th>");
        for (Column<?> column : columns) {
            html.append("<th")
                    .append(LEFT)
                    .append('>')
                    .append(Html.escape(column.name()))
                    .append("</th>");
        }
        html.append("</tr>\n<tr><td></td>");
        for (Column<?> column : columns) {
            String type = column.type().name().toLowerCase(Locale.ROOT);
            html.append("<td")
                    .append(LEFT)
                    .append("><i>")
                    .append(Html.escape(type))
                    .append("</i></td>");
        }
        html.append("</tr>\n</thead>\n");
    }

    /** Rows are numbered from 0, as in {@code table.row(0)}. */
    private void row(int row) {
        html.append("<tr><th>").append(row).append("</th>");
        for (Column<?> column : columns) {
            String cell = Html.clip(column.getString(row), LONGEST_CELL);
            html.append("<td").append(style(column)).append('>');
            html.append(Html.escape(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }

    /** Text may be broken where it must; a time or a number that is broken cannot be read. */
    private static String style(Column<?> column) {
        if (column instanceof NumericColumn<?>) {
            return NUMBER;
        }
        return column instanceof StringColumn ? TEXT : VALUE;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
