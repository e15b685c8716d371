package dev.tamias.table.log;

import dev.tamias.model.TamiasException;
import dev.tamias.table.row.TextCells;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.DictionaryMap;

/**
 * Tests of one column's cells. Cells that are not text are tested by the text they show. A missing cell
 * passes none of them but {@link #missing}.
 *
 * @param column the column's name
 */
public record ColumnMatch(String column) {

    /** Cells that have this text in them. */
    public Match contains(String text) {
        return texts(() -> cell -> cell.contains(text));
    }

    /** Cells that have this text in them, in capitals or not. */
    public Match containsIgnoringCase(String text) {
        return matches(Pattern.compile(text, Pattern.LITERAL | ignoringCase()));
    }

    private static int ignoringCase() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    /** Cells that begin with this text. */
    public Match startsWith(String text) {
        return texts(() -> cell -> cell.startsWith(text));
    }

    /** Cells that end with this text. */
    public Match endsWith(String text) {
        return texts(() -> cell -> cell.endsWith(text));
    }

    /** Cells that are one of these texts. */
    public Match is(String... texts) {
        return isIn(List.of(texts));
    }

    /** Cells that are one of these texts. */
    public Match isIn(Collection<String> texts) {
        Set<String> wanted = Set.copyOf(texts);
        return texts(() -> wanted::contains);
    }

    /**
     * Cells in which the regular expression finds something.
     *
     * <p>Tablesaw compiles the expression again for each row. Here rows without a text that every match
     * must have are passed over, and a text that a dictionary holds once is tested once.
     */
    public Match matches(String regex) {
        return table -> matches(compile(regex)).of(table);
    }

    /** Cells in which the pattern finds something. */
    public Match matches(Pattern pattern) {
        String literal = RequiredText.of(pattern);
        return texts(
                () -> {
                    Matcher matcher = pattern.matcher("");
                    return cell -> cell.contains(literal) && find(matcher.reset(cell), cell);
                });
    }

    /** A compiled regular expression, or an error that a reader understands. */
    static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw Columns.trouble(
                    "\"%s\" is no regular expression: %s near index %d"
                            .formatted(regex, e.getDescription(), e.getIndex()));
        }
    }

    /** Finds the next match, or says that the text is too much for Java's backtracking. */
    static boolean find(Matcher matcher, String cell) {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            throw tooDeep(matcher, cell);
        }
    }

    private static TamiasException tooDeep(Matcher matcher, String cell) {
        return Columns.trouble(
                "The regular expression \"%s\" needs too deep a stack for a text of %d characters; repeat a class of characters, not a group"
                        .formatted(matcher.pattern(), cell.length()));
    }

    /** Cells without a value. */
    public Match missing() {
        return table -> {
            Column<?> cells = Columns.named(table, column);
            return cells::isMissing;
        };
    }

    /** Numbers of at least this. */
    public Match atLeast(double number) {
        return numbers(cell -> cell >= number);
    }

    /** Numbers of at most this. */
    public Match atMost(double number) {
        return numbers(cell -> cell <= number);
    }

    private Match numbers(DoublePredicate test) {
        return table -> {
            NumericColumn<?> cells = Columns.numbers(table, column);
            return row -> !cells.isMissing(row) && test.test(cells.getDouble(row));
        };
    }

    private Match texts(Supplier<Predicate<String>> tests) {
        return table -> {
            Predicate<String> test = tests.get();
            Column<?> cells = Columns.named(table, column);
            if (cells instanceof StringColumn text) {
                return TextCells.isSmall(text)
                        ? once(text, test)
                        : row -> passes(text.get(row), test);
            }
            return row -> !cells.isMissing(row) && test.test(cells.getUnformattedString(row));
        };
    }

    private static boolean passes(@Nullable String cell, Predicate<String> test) {
        return cell != null && !cell.isEmpty() && test.test(cell);
    }

    /** Tests each text of a dictionary when it comes for the first time. */
    private static IntPredicate once(StringColumn cells, Predicate<String> test) {
        DictionaryMap dictionary = cells.getDictionary();
        byte[] known = new byte[1 << Short.SIZE];
        return row -> {
            int key = dictionary.getKeyForIndex(row) - Short.MIN_VALUE;
            if (known[key] == 0) {
                known[key] = (byte) (passes(cells.get(row), test) ? 1 : -1);
            }
            return known[key] > 0;
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "column(\"%s\")", column);
    }
}
