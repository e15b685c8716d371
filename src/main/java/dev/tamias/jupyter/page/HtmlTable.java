package dev.tamias.jupyter.page;

import java.util.Locale;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A table as HTML: name and size, the columns with their types, rows from the start and from the end,
 * each with its number. It needs no script, no style sheet and no network, and stays readable where a
 * viewer strips its styles.
 */
public final class HtmlTable {

    /** Rows shown where nothing else is said: half from the start, half from the end. */
    public static final int ROWS = 20;

    private static final int LONGEST_CELL = 300;
    private static final String LEFT = " style=\"text-align:left;vertical-align:top\"";
    private static final String CELL =
            " style=\"text-align:left;vertical-align:top;white-space:pre-wrap\"";

    private final Relation table;
    private final int head;
    private final int tail;
    private final StringBuilder html = new StringBuilder();

    private HtmlTable(Relation table, int rows) {
        this.table = table;
        boolean all = table.rowCount() <= rows;
        this.head = all ? table.rowCount() : (rows + 1) / 2;
        this.tail = all ? 0 : rows / 2;
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
        html.append("<table class=\"tamias\">\n");
        caption();
        header();
        html.append("<tbody>\n");
        for (int row = 0; row < head; row++) {
            row(row);
        }
        int hidden = table.rowCount() - head - tail;
        if (hidden > 0) {
            html.append("<tr><td></td><td colspan=\"")
                    .append(table.columnCount())
                    .append('"')
                    .append(LEFT)
                    .append(">⋮ ")
                    .append(count(hidden))
                    .append(" more</td></tr>\n");
        }
        for (int row = table.rowCount() - tail; row < table.rowCount(); row++) {
            row(row);
        }
        return html.append("</tbody>\n</table>\n").toString();
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
                .append(" columns</caption>\n");
    }

    private void header() {
        html.append("<thead>\n<tr><th></th>");
        for (Column<?> column : table.columns()) {
            html.append("<th")
                    .append(LEFT)
                    .append('>')
                    .append(Html.escape(column.name()))
                    .append("</th>");
        }
        html.append("</tr>\n<tr><td></td>");
        for (Column<?> column : table.columns()) {
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
        for (Column<?> column : table.columns()) {
            String cell = Html.clip(column.getString(row), LONGEST_CELL);
            html.append("<td").append(CELL).append('>').append(Html.escape(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
