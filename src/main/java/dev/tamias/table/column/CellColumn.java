package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.Decimals;
import dev.tamias.table.type.Integers;
import dev.tamias.table.type.TimeFormat;
import dev.tamias.table.type.TimeFormats;
import dev.tamias.table.type.TypeTracker;
import dev.tamias.table.type.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as its cells arrive. They are kept as text, repeated ones once, until the end of the input
 * says of what type the column is: no type is guessed from a sample, and none has to be taken back.
 *
 * <p>The type is followed as different cells come in while there is a dictionary, and what comes later is
 * held against it when it is read; only where that does not fit are all cells looked at again.
 *
 * <p>A dictionary is given up for packed text when it takes more room, which is looked at whenever the
 * number of different cells has doubled; so neither a column of unique messages nor one that turns into
 * such costs more than about twice the better choice.
 */
public final class CellColumn {

    /** Different cells below which a dictionary is always kept. */
    private static final int FIRST_CHECK = 4096;

    private static final byte[] NONE = new byte[0];

    private final String name;
    private final @Nullable CellType declared;
    private final TypeTracker tracker;
    private final CodedCells coded = new CodedCells();
    private @Nullable PackedCells packed;
    private int nextCheck = FIRST_CHECK;
    private long bytes;
    private int rows;

    /** @param declared the type; null where it is to be found */
    public CellColumn(String name, @Nullable CellType declared) {
        this.name = name;
        this.declared = declared;
        this.tracker = new TypeTracker(name);
    }

    public String name() {
        return name;
    }

    /** Appends a cell. */
    public void append(String cell) {
        byte[] utf8 = cell.getBytes(UTF_8);
        append(utf8, 0, utf8.length);
    }

    /** Appends the cell {@code utf8[from, to)}, which is well-formed. */
    public void append(byte[] utf8, int from, int to) {
        PackedCells open = packed;
        if (open != null) {
            open.add(utf8, from, to);
            rows++;
            return;
        }
        CellDictionary dictionary = coded.dictionary();
        int different = dictionary.size();
        coded.add(utf8, from, to);
        bytes += to - from;
        if (dictionary.size() > different) {
            if (declared == null) {
                tracker.accept(utf8, from, to, rows);
            }
            if (dictionary.size() >= nextCheck || dictionary.crowded()) {
                check();
            }
        }
        rows++;
    }

    /** Adds all cells of another column. */
    public void appendAll(CellColumn other) {
        TextStore more = other.cells();
        if (more instanceof CodedCells known) {
            appendAll(known);
        } else if (more instanceof PackedCells open) {
            appendAll(open);
        }
    }

    private void appendAll(PackedCells other) {
        int row = 0;
        for (; row < other.size() && packed == null; row++) {
            other.give(row, this::append);
        }
        if (packed != null) {
            packed.addAll(other, row);
            rows += other.size() - row;
        }
    }

    /** Looks each different cell up once, as long as this column has a dictionary itself. */
    private void appendAll(CodedCells other) {
        int[] codes = new int[other.dictionary().size()];
        Arrays.fill(codes, -1);
        for (int row = 0; row < other.size(); row++) {
            int code = other.key(row);
            if (packed == null && codes[code] >= 0) {
                coded.addCode(codes[code]);
                bytes += other.dictionary().to(code) - other.dictionary().from(code);
                rows++;
                continue;
            }
            other.give(row, this::append);
            codes[code] = packed == null ? coded.key(rows - 1) : -1;
        }
    }

    public void appendMissing(int count) {
        for (int i = 0; i < count; i++) {
            appendMissing();
        }
    }

    /** Appends an empty cell. */
    public void appendMissing() {
        append(NONE, 0, 0);
    }

    private void check() {
        nextCheck *= 2;
        if (coded.dictionary().crowded()
                || coded.bytes() > bytes + (long) Integer.BYTES * coded.size()) {
            PackedCells cells = new PackedCells();
            for (int row = 0; row < coded.size(); row++) {
                coded.give(row, cells::add);
            }
            coded.clear();
            packed = cells;
        }
    }

    private TextStore cells() {
        PackedCells open = packed;
        return open == null ? coded : open;
    }

    /** The type as far as it is known: of different cells, those of the dictionary have been looked at. */
    private CellType.Kind kind() {
        return declared == null ? tracker.kind() : declared.kind();
    }

    /** What the column takes, and what its values will take beside that in a table. */
    public long bytes() {
        return cells().bytes() + (long) rows * valueBytes();
    }

    private int valueBytes() {
        return switch (kind()) {
            case INSTANT -> 2 * Long.BYTES;
            case INTEGER, FLOATING -> Long.BYTES;
            case BOOLEAN -> 1;
            case LEVEL, TEXT -> 0;
        };
    }

    /**
     * The column's values so far, and what is to be said of them.
     *
     * @param zone of times that name none
     * @param reference a time behind all those that say no year
     */
    public ColumnValues values(ZoneId zone, Instant reference) {
        return reading(zone, reference).allValues();
    }

    /** As {@link #values}, to be done piece by piece before another cell is added. */
    public CellReading reading(ZoneId zone, Instant reference) {
        return declared != null
                ? declared(declared, zone, reference)
                : found(tracker, zone, reference).orElse(() -> allLookedAt(zone, reference));
    }

    private ColumnValues allLookedAt(ZoneId zone, Instant reference) {
        TypeTracker all = new TypeTracker(name);
        TextStore from = cells();
        for (int piece = 0; piece < from.pieces(); piece++) {
            from.scan((utf8, start, end, row, count) -> all.accept(utf8, start, end, row), piece);
        }
        return found(all, zone, reference).allValues();
    }

    private CellReading found(TypeTracker found, ZoneId zone, Instant reference) {
        TextStore from = store(found.kind());
        ColumnValues values = new ColumnValues(name, found.kind(), from, false, found.widenings());
        return switch (found.kind()) {
            case INTEGER -> CellReading.numbers(values, from, Integers::parse);
            case FLOATING -> CellReading.inTurn(values, from, new Decimals());
            case BOOLEAN -> CellReading.numbers(values, from, found.booleanStyle());
            case INSTANT -> {
                TimeReader times = new TimeReader(found.timeFormat(), zone, reference);
                yield CellReading.times(values, from, times);
            }
            case LEVEL, TEXT -> CellReading.text(values, from);
        };
    }

    private CellReading declared(CellType type, ZoneId zone, Instant reference) {
        TextStore from = store(type.kind());
        ColumnValues values = new ColumnValues(name, type.kind(), from, true, List.of());
        return switch (type.kind()) {
            case INTEGER -> CellReading.numbers(values, from, Integers::parseDeclared);
            case FLOATING -> CellReading.numbers(values, from, Decimals::parseDeclared);
            case BOOLEAN -> CellReading.numbers(values, from, Words::parseBoolean);
            case INSTANT -> CellReading.times(values, from, times(type, zone, reference));
            case LEVEL, TEXT -> CellReading.text(values, from);
        };
    }

    /** The cells themselves, or where the values are texts, a copy that the table keeps. */
    private TextStore store(CellType.Kind kind) {
        return switch (kind) {
            case LEVEL, TEXT -> cells().snapshot();
            case INTEGER, FLOATING, BOOLEAN, INSTANT -> cells();
        };
    }

    private TimeReader times(CellType type, ZoneId zone, Instant reference) {
        ZoneId zoneOfCells = type.zone() == null ? zone : type.zone();
        String pattern = type.pattern();
        TimeFormat format = pattern == null ? likeliest() : TimeFormats.declared(pattern);
        return new TimeReader(format, zoneOfCells, reference);
    }

    /** For a column declared a time of no certain format: the one that reads most of its first cells. */
    private TimeFormat likeliest() {
        List<TimeFormat> formats = TimeFormats.of(true);
        int[] read = new int[formats.size()];
        int best = 0;
        int last = Math.min(rows, FIRST_CHECK);
        for (int row = 0; row < last; row++) {
            byte[] utf8 = cells().getValueForIndex(row).getBytes(UTF_8);
            for (int i = 0; i < read.length && utf8.length > 0; i++) {
                read[i] += formats.get(i).parse(utf8, 0, utf8.length) == CellParser.NOT ? 0 : 1;
                best = read[i] > read[best] ? i : best;
            }
        }
        return formats.get(best);
    }
}
