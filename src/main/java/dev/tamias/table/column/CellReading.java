package dev.tamias.table.column;

import dev.tamias.table.type.CellParser;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The cells of a column on their way to values: pieces, which may be read at the same time and in any
 * order, and then the column of them all.
 */
public final class CellReading {

    private final ColumnValues values;
    private final int pieces;
    private final IntConsumer read;
    private final Runnable end;
    private Supplier<ColumnValues> otherwise;

    private CellReading(ColumnValues values, int pieces, IntConsumer read, Runnable end) {
        this.values = values;
        this.pieces = pieces;
        this.read = read;
        this.end = end;
        this.otherwise = () -> values;
    }

    static CellReading text(ColumnValues values, TextStore cells) {
        OddCharacters[] found = new OddCharacters[cells.pieces()];
        return new CellReading(
                values,
                found.length,
                piece -> {
                    OddCharacters odd = new OddCharacters();
                    cells.scan(odd, piece);
                    found[piece] = odd;
                },
                () -> values.text(Arrays.asList(found)));
    }

    /** By a parser to which no cell matters but the one at hand. */
    static CellReading numbers(ColumnValues values, TextStore cells, CellParser parser) {
        long[] all = new long[cells.size()];
        return new CellReading(
                values,
                cells.pieces(),
                piece -> cells.parse(parser, all, piece),
                () -> values.numbers(all));
    }

    /** By a parser that looks at all cells together: as one piece. */
    static CellReading inTurn(ColumnValues values, TextStore cells, CellParser parser) {
        long[] all = new long[cells.size()];
        return new CellReading(
                values,
                1,
                one -> {
                    for (int piece = 0; piece < cells.pieces(); piece++) {
                        cells.parse(parser, all, piece);
                    }
                },
                () -> values.numbers(all));
    }

    static CellReading times(ColumnValues values, TextStore cells, TimeReader reader) {
        long[] all = new long[cells.size()];
        TimeReader[] readers = new TimeReader[cells.pieces()];
        return new CellReading(
                values,
                readers.length,
                piece -> {
                    TimeReader own = reader.again();
                    cells.parse(own.cells(), all, piece);
                    readers[piece] = own;
                },
                () -> values.instants(reader, Arrays.asList(readers), all));
    }

    /** Says what the values are where not all cells can be read so. */
    CellReading orElse(Supplier<ColumnValues> others) {
        otherwise = others;
        return this;
    }

    /** How many pieces there are. */
    public int pieces() {
        return pieces;
    }

    /** Reads a piece. */
    public void read(int piece) {
        read.accept(piece);
    }

    /** The values, once all pieces have been read. */
    public ColumnValues values() {
        end.run();
        return values.fits() ? values : otherwise.get();
    }

    /** The values, all pieces read one after the other. */
    ColumnValues allValues() {
        for (int piece = 0; piece < pieces; piece++) {
            read(piece);
        }
        return values();
    }
}
