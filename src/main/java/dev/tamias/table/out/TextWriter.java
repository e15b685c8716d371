package dev.tamias.table.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Rows as lines of text, CSV or JSON lines. Times are ISO 8601 in UTC with nine decimals, numbers as short
 * as they are read back to the same value, booleans {@code true} and {@code false}. A missing value is
 * an empty field, or null.
 */
final class TextWriter implements ValueWriter {

    private final boolean json;
    private final StringBuilder line = new StringBuilder();
    private final IsoTime times = new IsoTime();
    private List<ValueColumn> columns = List.of();
    private OutputStream target = OutputStream.nullOutputStream();

    private TextWriter(boolean json) {
        this.json = json;
    }

    /** RFC 4180 with line feeds alone between records, and a header. */
    static TextWriter csv() {
        return new TextWriter(false);
    }

    /** An object a line, every column in each. */
    static TextWriter jsonLines() {
        return new TextWriter(true);
    }

    @Override
    public void begin(List<ValueColumn> all, OutputStream to) throws IOException {
        columns = all;
        target = to;
        if (!json) {
            for (int i = 0; i < all.size(); i++) {
                line.append(i == 0 ? "" : ",").append(CsvText.field(all.get(i).name(), false));
            }
            flush();
        }
    }

    @Override
    public void row(ValueRows rows) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (json) {
                line.append(i == 0 ? '{' : ',');
                JsonText.quote(columns.get(i).name(), line);
                line.append(':');
            } else if (i > 0) {
                line.append(',');
            }
            value(rows, i);
        }
        if (json) {
            line.append(columns.isEmpty() ? "{}" : "}");
        }
        flush();
    }

    private void value(ValueRows rows, int i) {
        CellType.Kind kind = columns.get(i).kind();
        if (columns.get(i).isText()) {
            text(rows.utf8(i));
            return;
        }
        long bits = rows.bits(i);
        if (bits == CellParser.NOT) {
            missing();
        } else if (kind == CellType.Kind.INSTANT) {
            line.append(json ? "\"" : "");
            times.append(bits, line);
            line.append(json ? "\"" : "");
        } else if (kind == CellType.Kind.FLOATING) {
            number(Double.longBitsToDouble(bits));
        } else if (kind == CellType.Kind.BOOLEAN) {
            line.append(bits == 1);
        } else {
            line.append(bits);
        }
    }

    private void text(byte[] utf8) {
        if (utf8.length == 0) {
            missing();
            return;
        }
        String text = new String(utf8, UTF_8);
        if (json) {
            JsonText.quote(text, line);
        } else {
            line.append(CsvText.field(text, false));
        }
    }

    private void missing() {
        line.append(json ? "null" : columns.size() == 1 ? "\"\"" : "");
    }

    /** JSON has no infinity, which is its missing value then. */
    private void number(double value) {
        if (json && Double.isInfinite(value)) {
            missing();
        } else {
            line.append(value);
        }
    }

    private void flush() throws IOException {
        target.write(line.append('\n').toString().getBytes(UTF_8));
        line.setLength(0);
    }

    @Override
    public void end() {
        // A text says its end by ending.
    }
}
