package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.Utf8Cells;
import java.io.ByteArrayOutputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Rows as a parser's decoder hands them over: UTF-8 one behind the other in one array. */
public final class Encoded extends AbstractList<String> implements Utf8Cells {

    private final byte[] array;
    private final int[] ends;

    private Encoded(byte[] array, int[] ends) {
        this.array = array;
        this.ends = ends;
    }

    /** All rows in one array, with bytes of none of them at its ends. */
    public static List<Encoded> of(List<? extends List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write('<');
        List<int[]> ends = new ArrayList<>();
        for (List<String> cells : rows) {
            int[] row = new int[cells.size() + 1];
            row[0] = bytes.size();
            for (int i = 0; i < cells.size(); i++) {
                bytes.writeBytes(cells.get(i).getBytes(UTF_8));
                row[i + 1] = bytes.size();
            }
            ends.add(row);
        }
        bytes.write('>');
        byte[] array = bytes.toByteArray();
        return ends.stream().map(row -> new Encoded(array, row)).toList();
    }

    @Override
    public byte[] array(int index) {
        return array;
    }

    @Override
    public int from(int index) {
        return ends[index];
    }

    @Override
    public int to(int index) {
        return ends[index + 1];
    }

    @Override
    public String get(int index) {
        return new String(array, from(index), to(index) - from(index), UTF_8);
    }

    @Override
    public int size() {
        return ends.length - 1;
    }
}
