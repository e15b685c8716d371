package dev.tamias.table.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.TableOptions;
import dev.tamias.table.column.TimeReader;
import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.Decimals;
import dev.tamias.table.type.Integers;
import dev.tamias.table.type.TimeFormats;
import dev.tamias.table.type.TypeTracker;
import dev.tamias.table.type.Words;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of one column become values where they are read one after the other: the type that is
 * declared for it, or the narrowest of all cells that {@link #look} has seen.
 */
public final class ValueCells {

    private final @Nullable CellType declared;
    private final TypeTracker tracker;
    private long rows;

    /** @param declared the type; null where it is to be found */
    public ValueCells(String name, @Nullable CellType declared) {
        this.declared = declared;
        this.tracker = new TypeTracker(name);
    }

    /** Takes notice of the next cell. */
    public void look(String cell) {
        if (declared == null && !tracker.isText()) {
            tracker.accept(cell.getBytes(UTF_8), rows);
        }
        rows++;
    }

    /** Takes notice of the next cell, {@code utf8[from, to)}. */
    void look(byte[] utf8, int from, int to) {
        if (declared == null && !tracker.isText()) {
            tracker.accept(utf8, from, to, rows);
        }
        rows++;
    }

    /**
     * The type of the values. Text also for times that say no year, which are given them only where all are
     * at hand, and for declared times whose pattern is to be found and is not.
     */
    public CellType.Kind kind() {
        CellType.Kind kind = declared == null ? tracker.kind() : declared.kind();
        boolean time = kind == CellType.Kind.INSTANT;
        return time && !hasYear() ? CellType.Kind.TEXT : kind;
    }

    private boolean hasYear() {
        if (declared == null) {
            return tracker.timeFormat().hasYear();
        }
        String pattern = declared.pattern();
        return pattern != null && TimeFormats.declared(pattern).hasYear();
    }

    /** What reads the cells; 64 bits as {@link CellParser} says. Not for text. */
    public CellParser parser(TableOptions options) {
        CellType type = declared;
        return switch (kind()) {
            case INTEGER -> type == null ? Integers::parse : Integers::parseDeclared;
            case FLOATING -> type == null ? new Decimals() : Decimals::parseDeclared;
            case BOOLEAN -> type == null ? tracker.booleanStyle() : Words::parseBoolean;
            case INSTANT -> times(options)::parse;
            case LEVEL, TEXT -> throw new IllegalStateException("text is not parsed");
        };
    }

    private TimeReader times(TableOptions options) {
        CellType type = declared;
        if (type == null || type.pattern() == null) {
            return new TimeReader(tracker.timeFormat(), options.zone(), options.reference());
        }
        return new TimeReader(
                TimeFormats.declared(type.pattern()),
                type.zone() == null ? options.zone() : type.zone(),
                options.reference());
    }
}
