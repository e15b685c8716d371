package dev.tamias.table.log;

import static dev.tamias.table.LogTables.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.table.LogTables;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

class MatchTest {

    private static final Table LOG = new Logs(21, 0.1).log("log", 2_000, Instant.EPOCH, 100, 3);

    private static void assertRows(Match match, IntPredicate expected) {
        Table rows = LogTables.of(LOG).where(match).table();
        int[] index = IntStream.range(0, LOG.rowCount()).filter(expected).toArray();
        assertThat(rows.printAll()).isEqualTo(LOG.where(Selection.with(index)).printAll());
    }

    private static String text(String column, int row) {
        return LOG.column(column).isMissing(row)
                ? ""
                : LOG.column(column).getUnformattedString(row);
    }

    @Test
    void texts_match_as_java_says() {
        assertRows(
                column("Message").contains("took 1"),
                row -> text("Message", row).contains("took 1"));
        assertRows(
                column("message").startsWith("user"),
                row -> text("Message", row).startsWith("user"));
        assertRows(column("Message").endsWith("ok"), row -> text("Message", row).endsWith("ok"));
        assertRows(column("Message").containsIgnoringCase("USER (?"), row -> false);
        assertRows(
                column("Message").containsIgnoringCase("LOGGED"),
                row -> text("Message", row).contains("logged"));
        assertRows(
                column("Level").is("ERROR", "WARN"),
                row -> List.of("ERROR", "WARN").contains(text("Level", row)));
        assertRows(
                column("Message").matches("request \\d+ took 8[0-4] ms"),
                row -> text("Message", row).matches("request \\d+ took 8[0-4] ms"));
        assertRows(column("Took").contains("9"), row -> text("Took", row).contains("9"));
    }

    @Test
    void numbers_match_by_value() {
        assertRows(
                column("Took").atLeast(10).and(column("Took").atMost(20)),
                row ->
                        !LOG.column("Took").isMissing(row)
                                && LOG.intColumn("Took").getInt(row) >= 10
                                && LOG.intColumn("Took").getInt(row) <= 20);
        assertRows(column("Value").atMost(0), row -> LOG.doubleColumn("Value").getDouble(row) <= 0);
    }

    @Test
    void a_missing_cell_passes_only_what_says_so() {
        assertRows(column("Level").matches(""), row -> !text("Level", row).isEmpty());
        assertRows(column("Level").missing(), row -> text("Level", row).isEmpty());
        assertRows(column("Level").is("INFO").not(), row -> !text("Level", row).equals("INFO"));
        assertRows(
                column("Level").is("INFO").or(column("Level").missing()),
                row -> List.of("INFO", "").contains(text("Level", row)));
    }

    @Test
    void what_cannot_be_asked_is_said_clearly() {
        LogTable log = LogTables.of(LOG);

        assertTrouble(() -> log.where(column("Nope").contains("x")), "\"Nope\"", "Component");
        assertTrouble(() -> log.where(column("Level").atLeast(1)), "Level", "not numbers");
        assertTrouble(() -> log.where(column("Level").matches("a(")), "a(", "regular expression");
        StringColumn deep = StringColumn.create("deep", "ab".repeat(200_000));
        assertTrouble(
                () -> LogTables.of(Table.create(deep)).where(column("deep").matches("(a|b)*\\d")),
                "(a|b)*",
                "400000 characters");
    }

    private static void assertTrouble(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TamiasException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.TABLE))
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "abc~abc",
                "took \\d+ ms~took ",
                "a|bcd~``",
                "(abc)d~d",
                "(abc)?d~d",
                "abc?d~ab",
                "abc*~ab",
                "abc+d~abc",
                "ab{0}c~a",
                "a.bcd~bcd",
                "^abc$~abc",
                "a\\.bc~a.bc",
                "[abc]de~de",
                "[]x]de~de",
                "[^]x]de~de",
                "[a[b]c]de~de",
                "[a\\]b]cd~cd",
                "(?i)abc~``",
                "(?:a|b)cd~cd",
                "(?<n>x)cd~cd",
                "(?!abc)d~d",
                "(a(b)c~``",
                "\\Qa|b\\E~``",
                "x(\\Q)\\E)|y~``",
                "x[\\Q]\\E]|y~``",
                "\\x41bc~``",
                "\\p{Lu}bc~``",
                "abc\\bde~abc",
                "\uD83D\uDE00?abc~abc",
                "a{2}bc~bc",
                "x[~``"
            })
    void a_pattern_tells_what_it_must_find(String regex, String required) {
        try {
            Pattern pattern = Pattern.compile(regex);
            assertThat(RequiredText.of(pattern)).isEqualTo(required);
        } catch (PatternSyntaxException e) {
            assertThat(required).isEmpty();
        }
    }

    @Test
    void flags_that_change_letters_leave_nothing_required() {
        assertThat(RequiredText.of(Pattern.compile("abc", Pattern.CASE_INSENSITIVE))).isEmpty();
        assertThat(RequiredText.of(Pattern.compile("a b", Pattern.COMMENTS))).isEmpty();
        assertThat(RequiredText.of(Pattern.compile("a|b", Pattern.LITERAL))).isEqualTo("a|b");
    }
}
