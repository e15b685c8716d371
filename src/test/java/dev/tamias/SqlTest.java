package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.sample;
import static dev.tamias.table.LogTables.column;
import static dev.tamias.table.RowFilter.is;
import static dev.tamias.table.type.CellType.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import dev.tamias.table.LogTables;
import dev.tamias.table.RowPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The same questions to DuckDB and to tables of the same logs. */
class SqlTest {

    private static SourceStep lines() {
        return Plugins.scan().parser("lines").set("format", "common").over(sample("lines.log"));
    }

    private static SourceStep text(String text) {
        return Plugins.scan().parser("lines").over(bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Long> counts(Table table, int value, int count) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : table) {
            String key = table.column(value).getUnformattedString(row.getRowNumber());
            counts.put(key, Long.parseLong(table.getUnformatted(row.getRowNumber(), count)));
        }
        return counts;
    }

    @Test
    void counts_are_those_of_the_table() {
        Table all = lines().table();

        assertThat(counts(lines().sql("select Level, count(*) from log group by Level"), 0, 1))
                .isEqualTo(counts(LogTables.of(all).countBy("Level"), 0, 1));
        assertThat(
                        counts(
                                lines().sql(
                                                "select Component, count(*) n from log where Level ="
                                                        + " 'ERROR' group by all order by n desc"),
                                0,
                                1))
                .isEqualTo(
                        counts(
                                LogTables.of(all)
                                        .where(column("Level").is("ERROR"))
                                        .countBy("Component"),
                                0,
                                1));
    }

    @Test
    void hours_are_those_of_the_table() {
        Table hours =
                lines().sql(
                                "select date_trunc('hour', Timestamp) as h, count(*) from log where"
                                        + " Timestamp is not null group by h order by h");
        Map<String, Long> expected =
                counts(LogTables.of(lines().table()).buckets(Duration.ofHours(1)), 0, 1);
        Map<String, Long> found = counts(hours, 0, 1);

        assertThat(found).isNotEmpty();
        expected.keySet().retainAll(found.keySet());
        assertThat(found).isEqualTo(expected);
        assertThat(hours.instantColumn("h").asList()).isSorted();
    }

    @Test
    void every_cell_comes_back() {
        Table expected = lines().table();
        Table found = lines().sql("select * from log");

        assertThat(found.columnNames()).isEqualTo(expected.columnNames());
        for (int i = 0; i < expected.columnCount(); i++) {
            assertThat(found.column(i).type()).isEqualTo(expected.column(i).type());
            assertThat(found.column(i).asObjectArray())
                    .isEqualTo(expected.column(i).asObjectArray());
        }
    }

    @Test
    void types_are_those_of_the_table() {
        assertThat(
                        text("1\n-7\n\n9007199254740993\n")
                                .sql("select sum(Message) s from log")
                                .get(0, 0))
                .isEqualTo(9007199254740987L);
        assertThat(text("1.5\n2\n").sql("select avg(Message) from log").get(0, 0)).isEqualTo(1.75);
        assertThat(text("true\nfalse\n").sql("select Message from log").booleanColumn(0).asList())
                .isEqualTo(List.of(true, false));
        assertThat(text("1\nx\n").sql("select max(Message) from log").get(0, 0)).isEqualTo("x");
        assertThat(text("007\n\n").sql("select count(Message) from log").get(0, 0)).isEqualTo(1L);
    }

    @Test
    void nanoseconds_and_zones_are_kept() {
        Table table =
                text("2026-03-02 08:00:00.123456789\n2026-07-02 08:00:00.000000001\n")
                        .zone(ZoneId.of("Europe/Berlin"))
                        .sql("select * from log");

        assertThat(table.longColumn("Message ns").asList())
                .containsExactly(1772434800123456789L, 1782972000000000001L);
    }

    @Test
    void filters_columns_and_places_hold_for_sql_too(@TempDir Path directory) throws IOException {
        Path one = Files.writeString(directory.resolve("1.txt"), "a\nb\n");
        Path two = Files.writeString(directory.resolve("2.txt"), "b\nc\n");

        Table table =
                Plugins.scan()
                        .parser("lines")
                        .over(files(one, two))
                        .where(is("Message", "b"))
                        .located(RowPlace.ROW)
                        .sql("select * from log order by Row");

        assertThat(table.columnNames()).containsExactly("Source", "Row", "Message");
        assertThat(table.longColumn("Row").asList()).containsExactly(0L, 1L);
        assertThat(table.stringColumn("Source").asList())
                .containsExactly(two.toString(), one.toString());
    }

    @Test
    void parquet_has_the_values_of_the_table(@TempDir Path directory) throws Exception {
        Table expected = lines().table();
        Path file = directory.resolve("it's.parquet");
        lines().parquet(file);

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT epoch_ns(Timestamp), Level, Component, Message FROM '"
                                        + file.toString().replace("'", "''")
                                        + "'")) {
            int row = 0;
            for (; rows.next(); row++) {
                var time = expected.instantColumn(0).get(row);
                long nanoseconds = rows.getLong(1);
                assertThat(rows.wasNull()).isEqualTo(time == null);
                if (time != null) {
                    assertThat(nanoseconds).isEqualTo(time.toEpochMilli() * 1_000_000);
                }
                for (int i = 1; i < 4; i++) {
                    String cell = rows.getString(i + 1);
                    assertThat(cell == null ? "" : cell).isEqualTo(expected.getString(row, i));
                }
            }
            assertThat(row).isEqualTo(expected.rowCount());
        }
    }

    @Test
    void what_is_wrong_is_said() {
        assertThatThrownBy(() -> lines().sql("select Lvl from log"))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("Lvl")
                .hasMessageContaining("The columns of log are [Timestamp, Level");
        assertThatThrownBy(() -> lines().parquet(Path.of("no/such/dir/x.parquet")))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("x.parquet");
        assertThat(
                        text("Mar  2 08:00:00\n")
                                .column("Message", instant())
                                .sql("select * from log")
                                .get(0, 0))
                .as("a time without a year")
                .isEqualTo("Mar  2 08:00:00");
    }
}
