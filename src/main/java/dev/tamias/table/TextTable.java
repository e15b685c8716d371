package dev.tamias.table;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A table as text. Unlike Tablesaw's own print it clips long cells and shows control characters
 * as escapes: a log line must neither break the columns nor steer a terminal.
 */
public final class TextTable {

    /** Rows shown where nothing else is said: half from the start, half from the end. */
    public static final int ROWS = 20;

    private static final int LONGEST_CELL = 100;

    private final Relation table;
    private final int head;
    private final int tail;

    private TextTable(Relation table, int rows) {
        this.table = table;
        boolean all = table.rowCount() <= rows;
        this.head = all ? table.rowCount() : (rows + 1) / 2;
        this.tail = all ? 0 : rows / 2;
    }

    /** The table's text, of which at most {@code rows} rows are shown; ends with a line feed. */
    public static String of(Relation table, int rows) {
        return new TextTable(table, rows).text();
    }

    private String text() {
        List<List<String>> lines = lines();
        int[] widths = new int[table.columnCount()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            append(text, lines.get(i), widths, " ");
            if (i == 0) {
                List<String> rule = new ArrayList<>();
                for (int width : widths) {
                    rule.add("-".repeat(width));
                }
                append(text, rule, widths, "-");
            }
        }
        return text.toString();
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(clip(column.name())));
        lines.add(names);
        for (int row = 0; row < head; row++) {
            lines.add(cells(row));
        }
        if (tail > 0) {
            lines.add(table.columns().stream().map(column -> "...").toList());
        }
        for (int row = table.rowCount() - tail; row < table.rowCount(); row++) {
            lines.add(cells(row));
        }
        return lines;
    }

    private List<String> cells(int row) {
        List<String> cells = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            cells.add(clip(column.getUnformattedString(row)));
        }
        return cells;
    }

    private static String clip(String cell) {
        if (width(cell) <= LONGEST_CELL) {
            return escape(cell);
        }
        return escape(cell.substring(0, cell.offsetByCodePoints(0, LONGEST_CELL - 1))) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void append(StringBuilder text, List<String> cells, int[] widths, String joint) {
        int start = text.length();
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : joint + "|" + joint).append(cells.get(i));
            text.append(" ".repeat(widths[i] - width(cells.get(i))));
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    /**
     * The text on one line: tab, line feed and backslash as {@code \t}, {@code \n} and {@code \\}, other
     * control characters by their number.
     */
    public static String escape(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\\' -> line.append("\\\\");
                default -> appendVisible(line, c);
            }
        }
        return line.toString();
    }

    private static void appendVisible(StringBuilder line, char c) {
        if (Character.isISOControl(c)) {
            line.append(String.format("\\u%04x", (int) c));
        } else {
            line.append(c);
        }
    }
}
