package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Cells of which many are equal: each different one is kept once, a row has its code. */
final class CodedCells extends TextStore {

    private CellDictionary dictionary;
    private CodeBlocks codes;

    /** Cells often repeat the one before them. */
    private int previous = -1;

    CodedCells() {
        this(new CellDictionary(), new CodeBlocks());
    }

    private CodedCells(CellDictionary dictionary, CodeBlocks codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    @Override
    public void append(String text) {
        String kept = text == null ? MISSING : text;
        if (previous < 0 || !dictionary.value(previous).equals(kept)) {
            previous = dictionary.codeOrAdd(kept);
        }
        codes.add(previous);
    }

    @Override
    public void appendMissing() {
        append(MISSING);
    }

    @Override
    public void set(int row, String text) {
        codes.set(row, dictionary.codeOrAdd(text == null ? MISSING : text));
    }

    CellDictionary dictionary() {
        return dictionary;
    }

    @Override
    public boolean isSmall() {
        return dictionary.size() < Short.MAX_VALUE;
    }

    @Override
    void addFrom(TextStore other, int row) {
        append(other.getValueForIndex(row));
    }

    @Override
    CodedCells empty() {
        return new CodedCells();
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public String getValueForIndex(int row) {
        return dictionary.value(codes.get(row));
    }

    @Override
    int key(int row) {
        return codes.get(row);
    }

    @Override
    int keyOf(String text) {
        return dictionary.code(text);
    }

    @Override
    public String getValueForKey(int key) {
        return dictionary.value(key);
    }

    @Override
    public int countUnique() {
        return dictionary.size();
    }

    @Override
    void scan(CellScan scan) {
        int[] counts = counts();
        int[] first = new int[counts.length];
        for (int row = size() - 1; row >= 0; row--) {
            first[codes.get(row)] = row;
        }
        for (int code = 0; code < counts.length; code++) {
            byte[] utf8 = dictionary.value(code).getBytes(UTF_8);
            if (utf8.length > 0 && counts[code] > 0) {
                scan.cell(utf8, 0, utf8.length, first[code], counts[code]);
            }
        }
    }

    @Override
    long[] parse(CellParser parser) {
        long[] byCode = new long[dictionary.size()];
        for (int code = 0; code < byCode.length; code++) {
            byte[] utf8 = dictionary.value(code).getBytes(UTF_8);
            byCode[code] = utf8.length == 0 ? CellParser.NOT : parser.parse(utf8, 0, utf8.length);
        }
        long[] values = new long[size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = byCode[codes.get(row)];
        }
        return values;
    }

    @Override
    public void sortAscending() {
        sort(Comparator.naturalOrder());
    }

    @Override
    public void sortDescending() {
        sort(Comparator.reverseOrder());
    }

    private void sort(Comparator<String> order) {
        Integer[] sorted = IntStream.range(0, dictionary.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(dictionary::value, order));
        int[] counts = counts();
        CodeBlocks rows = new CodeBlocks();
        for (int code : sorted) {
            for (int i = 0; i < counts[code]; i++) {
                rows.add(code);
            }
        }
        codes = rows;
    }

    @Override
    public void clear() {
        dictionary = new CellDictionary();
        codes = new CodeBlocks();
        previous = -1;
    }

    @Override
    public CodedCells promoteYourself() {
        return this;
    }

    @Override
    CodedCells snapshot() {
        return new CodedCells(dictionary.copy(), codes.copy());
    }

    @Override
    long bytes() {
        return dictionary.bytes() + codes.bytes();
    }
}
