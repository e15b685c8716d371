package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.sample;
import static dev.tamias.table.LogTables.column;
import static dev.tamias.table.RowFilter.is;
import static dev.tamias.table.type.CellType.instant;
import static dev.tamias.table.type.CellType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.model.Trouble;
import dev.tamias.table.LogTables;
import dev.tamias.table.RowPlace;
import dev.tamias.table.type.CellType.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Steps that say what a table holds, from the bytes to the columns. */
class TypedTableTest {

    private static final Path LOG = Path.of("src/main/resources/dev/tamias/samples/lines.log");

    private static ParserStep common() {
        return Plugins.scan().parser("lines").set("format", "common");
    }

    private static SourceStep lines() {
        return common().over(sample("lines.log"));
    }

    private static Bytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void types_are_found_and_reported() {
        Parsed parsed = lines().parse();

        assertThat(parsed.report().column("Timestamp").kind()).isEqualTo(Kind.INSTANT);
        assertThat(parsed.report().column("Level").kind()).isEqualTo(Kind.LEVEL);
        assertThat(parsed.table().instantColumn("Timestamp").get(0))
                .isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(lines().text().table().stringColumn("Timestamp").get(0))
                .isEqualTo("2026-03-02 08:00:00.000");
    }

    @Test
    void types_are_declared_and_times_have_a_zone() {
        Table table =
                lines().text()
                        .column("Timestamp", instant("yyyy-MM-dd HH:mm:ss.SSS"))
                        .zone(ZoneId.of("Europe/Berlin"))
                        .table();

        assertThat(table.instantColumn("Timestamp").get(0))
                .isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(lines().column("Level", integer()).parse().report().column("Level").unparsed())
                .isEqualTo(300);
        assertThatThrownBy(() -> lines().column("Time", instant()).table())
                .hasMessageContaining("no column \"Time\"");
    }

    @Test
    void columns_and_rows_are_kept_as_asked_for() {
        Table errors =
                lines().columns("Message", "Level")
                        .where(is("Level", "ERROR"))
                        .located(RowPlace.ROW)
                        .table();

        assertThat(errors.columnNames()).containsExactly("Row", "Message", "Level");
        assertThat(errors.stringColumn("Level").unique().asList()).containsExactly("ERROR");
        assertThat(errors.rowCount())
                .isEqualTo(
                        LogTables.of(lines().table())
                                .where(column("Level").is("ERROR"))
                                .rowCount());
        assertThat(lines().columns("Message").columns()).containsExactly("Message");
        assertThat(lines().columns("Message").where(is("Level", "ERROR")).text().explain())
                .contains("types       text", "columns     Message", "where       ");
    }

    @Test
    void errors_are_counted_by_the_hour() throws IOException {
        TreeMap<String, Integer> expected = new TreeMap<>();
        for (String line : Files.readAllLines(LOG)) {
            if (line.startsWith("ERROR", 24)) {
                expected.merge(line.substring(0, 13).replace(' ', 'T'), 1, Integer::sum);
            }
        }

        Table counts =
                LogTables.of(lines().table())
                        .where(column("Level").is("ERROR"))
                        .buckets(Duration.ofHours(1));

        TreeMap<String, Integer> found = new TreeMap<>();
        for (Row row : counts) {
            String hour = row.getInstant(0).toString().substring(0, 13);
            found.put(hour, row.getInt(1));
        }
        found.values().removeIf(count -> count == 0);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_copy_of_rows_keeps_the_cells() {
        Table all = lines().table();
        Table latest = LogTables.of(all).sortByTimeDescending().head(5).table();

        for (int i = 0; i < 5; i++) {
            int row = all.rowCount() - 1 - i;
            assertThat(latest.stringColumn("Message").get(i))
                    .isEqualTo(all.stringColumn("Message").get(row));
        }
        assertThat(latest.stringColumn("Message").countUnique()).isPositive();
    }

    @Test
    void attachments_are_a_table() {
        Parsed parsed = Plugins.scan().parser("dlt").over(sample("attachments.dlt")).parse();

        assertThat(parsed.attachmentTable().stringColumn("Name").asList())
                .isEqualTo(parsed.attachments().stream().map(each -> each.name()).toList());
        assertThat(parsed.attachmentRows().longColumn("Row").asObjectArray())
                .allSatisfy(row -> assertThat(row).isBetween(0L, parsed.table().rowCount() - 1L));
    }

    @Test
    void a_log_without_years_ends_when_its_file_was_changed(@TempDir Path directory)
            throws IOException {
        Path log =
                Files.writeString(directory.resolve("a.log"), "Dec 31 23:59:59\nJan  1 00:00:01\n");
        Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2020-01-01T12:00:00Z")));

        Table table =
                Plugins.scan().parser("lines").over(file(log)).column("Message", instant()).table();

        assertThat(table.instantColumn("Message").asList())
                .containsExactly(
                        Instant.parse("2019-12-31T23:59:59Z"),
                        Instant.parse("2020-01-01T00:00:01Z"));
    }

    @Test
    void a_type_holds_for_all_inputs(@TempDir Path directory) throws IOException {
        Path one = Files.writeString(directory.resolve("1.txt"), "1\n2\n");
        Path two = Files.writeString(directory.resolve("2.txt"), "3\nfour\n");

        Parsed parsed = Plugins.scan().parser("lines").over(files(one, two)).parse();

        assertThat(parsed.table().stringColumn("Message").asList())
                .isEqualTo(List.of("1", "2", "3", "four"));
        assertThat(parsed.table().columnNames()).containsExactly("Source", "Message");
    }

    @Test
    void a_table_that_is_too_large_ends_with_its_first_rows() {
        String line = "2026-03-02 08:00:00.000 INFO a.B: a message\n";

        TableIncomplete failure =
                catchThrowableOfType(
                        TableIncomplete.class,
                        () -> common().over(text(line.repeat(5000))).heapShare(1e-9).table());

        assertThat(failure.trouble()).isEqualTo(Trouble.LIMIT);
        assertThat(failure).hasMessageContaining("head(n), where(…) or columns(…)");
        assertThat(failure.table().rowCount()).isBetween(1, 4999);
    }
}
