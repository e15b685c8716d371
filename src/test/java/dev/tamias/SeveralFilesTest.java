package dev.tamias;

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.glob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.model.ParsedItem;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParseProgress;
import dev.tamias.session.ParseSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Several inputs of one kind as one table. */
@Timeout(120)
class SeveralFilesTest {

    @TempDir private Path directory;
    private Path one;
    private Path two;
    private Path three;

    @BeforeEach
    void write() throws IOException {
        one = write("app-1.log", 1, 4, 7, 10);
        two = write("app-2.log", 2, 5, 5, 8);
        three = write("app-3.log", 3, 5, 6);
    }

    private Path write(String name, int... seconds) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int second : seconds) {
            text.append(String.format("2026-03-02 08:00:%02d.000 INFO a.B: %s%n", second, name));
        }
        return Files.writeString(directory.resolve(name), text);
    }

    private static ParserStep common() {
        return Plugins.scan().parser("lines").set("format", "common");
    }

    private static List<String> column(Table table, String name) {
        return table.stringColumn(name).asList();
    }

    @Test
    void rows_come_in_the_order_of_the_files_with_their_source() {
        Table table = common().over(files(two, one, three)).table();

        assertThat(table.columnNames())
                .containsExactly("Source", "Timestamp", "Level", "Component", "Message");
        assertThat(column(table, "Message"))
                .containsExactlyElementsOf(
                        List.of(
                                "app-2.log",
                                "app-2.log",
                                "app-2.log",
                                "app-2.log",
                                "app-1.log",
                                "app-1.log",
                                "app-1.log",
                                "app-1.log",
                                "app-3.log",
                                "app-3.log",
                                "app-3.log"));
        assertThat(column(table, "Source").get(0)).isEqualTo(two.toString());
        assertThat(column(table, "Source").get(10)).isEqualTo(three.toString());
    }

    @Test
    void side_by_side_is_one_after_the_other() throws IOException {
        List<Path> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 500 * (i % 4); row++) {
                text.append("file ").append(i).append(" row ").append(row).append('\n');
            }
            many.add(Files.writeString(directory.resolve("part-" + i + ".txt"), text));
        }
        SourceStep step = Plugins.scan().parser("lines").over(files(many)).located();

        Table together = step.table();
        List<String> serial =
                step.items()
                        .map(item -> item.source() + item.offset() + item.length() + item.cells())
                        .toList();

        List<String> rows = new ArrayList<>();
        for (int i = 0; i < together.rowCount(); i++) {
            rows.add(
                    together.getString(i, 0)
                            + together.longColumn(1).getLong(i)
                            + together.longColumn(2).getLong(i)
                            + List.of(together.getString(i, 3)));
        }
        assertThat(rows).hasSize(500 * (1 + 2 + 3) * 3).isEqualTo(serial);
    }

    @Test
    void counts_are_there_for_each_file_and_for_all() throws IOException {
        Parsed parsed = common().over(glob(directory + "/app-*.log")).parse();

        assertThat(parsed.summaries())
                .extracting(each -> each.source() + " " + each.summary().rows())
                .containsExactly(one + " 4", two + " 4", three + " 3");
        ParseSummary total = parsed.summary();
        assertThat(total.rows()).isEqualTo(11);
        assertThat(total.total()).isEqualTo(Files.size(one) + Files.size(two) + Files.size(three));
        assertThat(total.complete()).isTrue();
        assertThat(common().over(files(one, two, three)).summary()).isEqualTo(total);
    }

    @Test
    void a_file_that_fails_is_named_and_the_others_are_kept() {
        Path missing = directory.resolve("app-2b.log");

        TableIncomplete failure =
                catchThrowableOfType(
                        TableIncomplete.class,
                        () -> common().over(files(one, missing, three)).table());

        assertThat(failure.trouble()).isEqualTo(Trouble.INPUT);
        assertThat(failure)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("The 7 rows of all inputs are kept");
        assertThat(failure.table().rowCount()).isEqualTo(7);
    }

    @Test
    void rows_merge_by_a_column() {
        Table table = common().over(files(one, two, three)).mergedBy("Timestamp").text().table();

        assertThat(column(table, "Timestamp")).isSorted();
        assertThat(column(table, "Message").subList(4, 7))
                .as("of equal times the file named first comes first")
                .containsExactly("app-2.log", "app-2.log", "app-3.log");
        assertThat(table.rowCount()).isEqualTo(11);
    }

    @Test
    void a_row_without_a_key_stays_with_the_row_before_it() throws IOException {
        Files.writeString(
                two,
                "2026-03-02 08:00:02.000 ERROR a.B: failed\n\tat a.B.run\n\tat a.B.main\n"
                        + "2026-03-02 08:00:08.000 INFO a.B: up again\n");

        Table table = common().over(files(one, two)).mergedBy("timestamp").text().table();

        assertThat(column(table, "Message"))
                .containsExactly(
                        "app-1.log",
                        "failed",
                        "\tat a.B.run",
                        "\tat a.B.main",
                        "app-1.log",
                        "app-1.log",
                        "up again",
                        "app-1.log");
    }

    @Test
    void rows_merge_in_an_order_of_ones_own() throws IOException {
        Path high = Files.writeString(directory.resolve("high.txt"), "10\n9\n1\n");
        Path low = Files.writeString(directory.resolve("low.txt"), "9.5\n2\n");
        SourceStep step = Plugins.scan().parser("lines").over(files(high, low));

        Comparator<String> downwards =
                Comparator.comparing((String cell) -> Double.parseDouble(cell)).reversed();

        assertThat(column(step.mergedBy("Message", downwards).text().table(), "Message"))
                .containsExactly("10", "9.5", "9", "2", "1");
    }

    @Test
    void numbers_merge_by_their_value() throws IOException {
        Path odd = Files.writeString(directory.resolve("odd.txt"), "1\n9\n11\n");
        Path even = Files.writeString(directory.resolve("even.txt"), "2\n10\n100\n");
        SourceStep step = Plugins.scan().parser("lines").over(files(odd, even));

        assertThat(column(step.mergedBy("Message").text().table(), "Message"))
                .containsExactly("1", "2", "9", "10", "11", "100");
        assertThatThrownBy(() -> step.mergedBy("Time").text().table())
                .hasMessageContaining("no column \"Time\"; there are Message");
    }

    @Test
    void head_counts_the_rows_of_all_files() {
        SourceStep step = common().over(files(one, two, three)).head(6);

        assertThat(step.table().rowCount()).isEqualTo(6);
        assertThat(step.items().map(ParsedItem::source).distinct())
                .containsExactly(one.toString(), two.toString());
        assertThat(step.summary().rows()).isEqualTo(6);
        assertThat(step.mergedBy("Timestamp").text().table().stringColumn("Timestamp").asList())
                .last()
                .asString()
                .endsWith("08:00:05.000");
    }

    @Test
    void progress_is_of_all_files_together() throws IOException {
        List<ParseProgress> told = Collections.synchronizedList(new ArrayList<>());

        common().over(files(one, two, three)).onProgress(told::add).table();

        ParseProgress last = told.get(told.size() - 1);
        assertThat(last.rows()).isEqualTo(11);
        assertThat(last.size()).hasValue(Files.size(one) + Files.size(two) + Files.size(three));
    }

    @Test
    void a_pattern_without_files_is_said_and_one_file_alone_is_plain() {
        assertThatThrownBy(() -> common().over(glob(directory + "/no-*.log")).table())
                .hasMessageContaining("No file matches");
        assertThatThrownBy(() -> common().over(files(List.of())).table())
                .hasMessageContaining("no file");
        assertThat(common().over(file(one)).table().columnNames()).doesNotContain("Source");
        assertThat(common().over(file(one)).located().table().columnNames())
                .startsWith("Source", "Offset", "Length", "Timestamp");
    }
}
