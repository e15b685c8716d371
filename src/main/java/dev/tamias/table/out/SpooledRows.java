package dev.tamias.table.out;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.TableOptions;
import dev.tamias.table.type.CellParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a {@link CellSpool}, its cells made values one after the other. */
final class SpooledRows implements ValueRows {

    private static final int BUFFER = 1 << 18;
    private static final CellParser NONE = (utf8, from, to) -> CellParser.NOT;

    private final List<ValueColumn> columns;
    private final List<CellParser> parsers = new ArrayList<>();
    private final InputStream source;
    private final int[] ends;
    private byte[] row = new byte[256];

    SpooledRows(Path file, List<ValueColumn> columns, List<ValueCells> values, TableOptions options)
            throws IOException {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            parsers.add(columns.get(i).isText() ? NONE : values.get(i).parser(options));
        }
        this.ends = new int[columns.size() + 1];
        this.source = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER);
    }

    @Override
    public List<ValueColumn> columns() {
        return columns;
    }

    @Override
    public boolean next() throws IOException {
        int first = source.read();
        if (first < 0) {
            return false;
        }
        int cells = number(first);
        int end = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (i < cells) {
                int length = number(source.read());
                if (row.length - end < length) {
                    row = Arrays.copyOf(row, Math.max(end + length, 2 * row.length));
                }
                if (source.readNBytes(row, end, length) < length) {
                    throw new EOFException("the temporary file was cut short");
                }
                end += length;
            }
            ends[i + 1] = end;
        }
        return true;
    }

    private int number(int first) throws IOException {
        int value = 0;
        int next = first;
        for (int shift = 0; ; shift += 7) {
            if (next < 0) {
                throw new EOFException("the temporary file was cut short");
            }
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
            next = source.read();
        }
    }

    @Override
    public long bits(int column) {
        int from = ends[column];
        int to = ends[column + 1];
        return from == to ? CellParser.NOT : parsers.get(column).parse(row, from, to);
    }

    @Override
    public byte[] utf8(int column) {
        return Arrays.copyOfRange(row, ends[column], ends[column + 1]);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new HostException(
                    Trouble.OUTPUT, "The temporary file cannot be closed: " + e.getMessage(), e);
        }
    }
}
