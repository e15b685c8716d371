package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.type.CellParser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Cells of which many are equal: each different one is kept once, a row has its code. */
public final class CodedCells extends TextStore {

    private CellDictionary dictionary;
    private CodeBlocks codes;

    public CodedCells() {
        this(new CellDictionary(), new CodeBlocks());
    }

    private CodedCells(CellDictionary dictionary, CodeBlocks codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    @Override
    public void append(String text) {
        codes.add(codeOrAdd(text));
    }

    private int codeOrAdd(String text) {
        byte[] utf8 = (text == null ? MISSING : text).getBytes(UTF_8);
        return dictionary.codeOrAdd(utf8, 0, utf8.length);
    }

    @Override
    void add(byte[] utf8, int from, int to) {
        codes.add(dictionary.codeOrAdd(utf8, from, to));
    }

    /** Adds a row with a cell that is there already. */
    void addCode(int code) {
        codes.add(code);
    }

    @Override
    public void appendMissing() {
        append(MISSING);
    }

    @Override
    public void set(int row, String text) {
        codes.set(row, codeOrAdd(text));
    }

    CellDictionary dictionary() {
        return dictionary;
    }

    @Override
    public boolean isSmall() {
        return dictionary.size() < Short.MAX_VALUE;
    }

    @Override
    void give(int row, CellTaker taker) {
        int code = codes.get(row);
        taker.take(dictionary.array(code), dictionary.from(code), dictionary.to(code));
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
        byte[] utf8 = text.getBytes(UTF_8);
        return dictionary.code(utf8, 0, utf8.length);
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
    int pieces() {
        return 1;
    }

    @Override
    int[] counts() {
        return codes.counts(dictionary.size());
    }

    @Override
    void scan(CellScan scan, int piece) {
        int[] counts = counts();
        int[] first = codes.firstRows(counts.length);
        for (int code = 0; code < counts.length; code++) {
            int from = dictionary.from(code);
            int to = dictionary.to(code);
            if (to > from && counts[code] > 0) {
                scan.cell(dictionary.array(code), from, to, first[code], counts[code]);
            }
        }
    }

    @Override
    void parse(CellParser parser, long[] values, int piece) {
        long[] byCode = new long[dictionary.size()];
        for (int code = 0; code < byCode.length; code++) {
            int from = dictionary.from(code);
            int to = dictionary.to(code);
            byCode[code] =
                    to == from ? CellParser.NOT : parser.parse(dictionary.array(code), from, to);
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = byCode[codes.get(row)];
        }
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
