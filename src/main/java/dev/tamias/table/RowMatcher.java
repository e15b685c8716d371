package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.column.TextStore;
import dev.tamias.table.column.TimeReader;
import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.Decimals;
import dev.tamias.table.type.TimeFormat;
import dev.tamias.table.type.TimeFormats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Filters made ready for one run over rows with certain columns. */
public final class RowMatcher {

    private final List<String> names;
    private final TableOptions options;

    private RowMatcher(List<String> names, TableOptions options) {
        this.names = names;
        this.options = options;
    }

    /**
     * The test for rows, to be run by one thread.
     *
     * @throws HostException where a filter names a column that there is not, or is no regular expression
     */
    public static Predicate<List<String>> of(TableOptions options, List<String> names) {
        RowFilter filter = options.where();
        return filter == null
                ? cells -> true
                : new RowMatcher(List.copyOf(names), options).rows(filter);
    }

    private Predicate<List<String>> rows(RowFilter filter) {
        if (filter instanceof RowFilter.All all) {
            return all.filters().stream().map(this::rows).reduce(cells -> true, Predicate::and);
        }
        if (filter instanceof RowFilter.Any any) {
            return any.filters().stream().map(this::rows).reduce(cells -> false, Predicate::or);
        }
        if (filter instanceof RowFilter.Not not) {
            return rows(not.filter()).negate();
        }
        RowFilter.Cell cell = (RowFilter.Cell) filter;
        int at = TableOptions.place(cell.column(), names);
        Predicate<String> test = test(cell.column(), cell.test());
        return cells -> test.test(at < cells.size() ? cells.get(at) : TextStore.MISSING);
    }

    private Predicate<String> test(String column, CellTest test) {
        if (test instanceof CellTest.Is is) {
            Set<String> texts = is.texts();
            return texts::contains;
        }
        if (test instanceof CellTest.Contains contains) {
            return cell -> cell.contains(contains.text());
        }
        if (test instanceof CellTest.Matches matches) {
            Pattern pattern = compile(matches.regex());
            return cell -> pattern.matcher(cell).find();
        }
        if (test instanceof CellTest.Numbers numbers) {
            return cell -> isBetween(cell, numbers);
        }
        return new TimeTest(column, (CellTest.Times) test);
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "\"" + regex + "\" is no regular expression: " + e.getDescription() + ".");
        }
    }

    private static boolean isBetween(String cell, CellTest.Numbers numbers) {
        byte[] utf8 = cell.getBytes(UTF_8);
        long bits =
                utf8.length == 0 ? CellParser.NOT : Decimals.parseDeclared(utf8, 0, utf8.length);
        double value = Double.longBitsToDouble(bits);
        return bits != CellParser.NOT && value >= numbers.least() && value <= numbers.most();
    }

    /** Reads times in the column's declared format, or in the one that read a cell last. */
    private final class TimeTest implements Predicate<String> {

        private final String column;
        private final long from;
        private final long to;
        private final List<TimeFormat> formats;
        private final ZoneId zone;
        private @Nullable TimeReader last;

        TimeTest(String column, CellTest.Times times) {
            this.column = column;
            this.from = nanoseconds(times.from());
            this.to = nanoseconds(times.to());
            CellType type = options.type(column);
            this.zone = type == null || type.zone() == null ? options.zone() : type.zone();
            this.formats =
                    type == null || type.pattern() == null
                            ? TimeFormats.of(true)
                            : List.of(TimeFormats.declared(type.pattern()));
        }

        private static long nanoseconds(Instant time) {
            try {
                return Math.addExact(
                        Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
            } catch (ArithmeticException e) {
                return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
            }
        }

        @Override
        public boolean test(String cell) {
            byte[] utf8 = cell.getBytes(UTF_8);
            long time = utf8.length == 0 ? CellParser.NOT : read(utf8);
            return time != CellParser.NOT && time >= from && time < to;
        }

        private long read(byte[] utf8) {
            TimeReader known = last;
            long time = known == null ? CellParser.NOT : known.parse(utf8, 0, utf8.length);
            for (int i = 0; i < formats.size() && time == CellParser.NOT; i++) {
                TimeReader reader = new TimeReader(formats.get(i), zone, options.reference());
                time = reader.parse(utf8, 0, utf8.length);
                if (time != CellParser.NOT) {
                    requireYear(reader.format());
                    last = reader;
                }
            }
            return time;
        }

        private void requireYear(TimeFormat format) {
            if (!format.hasYear()) {
                throw new HostException(
                        Trouble.CONFIGURATION,
                        "The times of column \""
                                + column
                                + "\" say no year, so rows cannot be filtered by them while they are"
                                + " read; filter the table.");
            }
        }
    }
}
