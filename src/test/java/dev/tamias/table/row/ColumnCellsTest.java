package dev.tamias.table.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class ColumnCellsTest {

    private static final int ROWS = 3_000;

    /** Every type, with missing cells; text of few, of some and of only different values. */
    static Stream<Column<?>> columns() {
        Random random = new Random(11);
        LocalDateTime start = LocalDateTime.of(2026, 2, 27, 23, 0);
        List<Column<?>> columns =
                List.of(
                        BooleanColumn.create("boolean"),
                        ShortColumn.create("short"),
                        IntColumn.create("int"),
                        LongColumn.create("long"),
                        FloatColumn.create("float"),
                        DoubleColumn.create("double"),
                        DateColumn.create("date"),
                        TimeColumn.create("time"),
                        DateTimeColumn.create("local"),
                        InstantColumn.create("instant"),
                        StringColumn.create("few"),
                        StringColumn.create("some"));
        for (int row = 0; row < ROWS; row++) {
            LocalDateTime at = start.plusSeconds(random.nextInt(1_000_000));
            int number = random.nextInt(900);
            Object[] cells = {
                number % 2 == 0,
                (short) number,
                number,
                number * (1L << 40),
                number / 8f,
                number / 8.0,
                at.toLocalDate(),
                at.toLocalTime(),
                at,
                at.toInstant(ZoneOffset.UTC),
                "value " + number % 40,
                "value " + number
            };
            for (int i = 0; i < cells.length; i++) {
                if (random.nextInt(9) == 0) {
                    columns.get(i).appendMissing();
                } else {
                    columns.get(i).appendObj(cells[i]);
                }
            }
        }
        List<String> different = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            different.add(row % 7 == 0 ? "" : "message " + row);
        }
        return Stream.concat(columns.stream(), Stream.of(TextCells.of("different", different)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_copy_has_the_cells_of_its_rows(Column<?> column) {
        // A block of rows, one that has missing ones among them, one more, and the beginning of
        // another.
        int[] index = new Random(5).ints(3 * ColumnCells.BLOCK + 7, 0, ROWS).toArray();
        for (int i = ColumnCells.BLOCK; i < 2 * ColumnCells.BLOCK; i += 11) {
            index[i] = -1;
        }

        Column<?> copy = ColumnCells.copy(column, Rows.of(index));

        assertThat(copy.type()).isEqualTo(column.type());
        assertThat(copy.name()).isEqualTo(column.name());
        assertThat(copy.size()).isEqualTo(index.length);
        for (int i = 0; i < index.length; i++) {
            boolean missing = index[i] < 0 || column.isMissing(index[i]);
            assertThat(copy.isMissing(i)).isEqualTo(missing);
            if (!missing) {
                assertThat((Object) copy.get(i)).isEqualTo(column.get(index[i]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void groups_are_those_of_equal_cells(Column<?> column) {
        Groups groups = Groups.of(column, Rows.range(0, ROWS));

        List<String> seen = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String cell = column.isMissing(row) ? "" : column.getUnformattedString(row);
            if (!seen.contains(cell)) {
                assertThat(groups.first(seen.size())).isEqualTo(row);
                seen.add(cell);
            }
            assertThat(seen.get(groups.at(row))).isEqualTo(cell);
        }
        assertThat(groups.count()).isEqualTo(seen.size());
    }

    @Test
    void copied_text_is_as_good_as_new_to_tablesaw() {
        StringColumn level = StringColumn.create("level", "a", "b", "", "c", "b", "a");

        StringColumn copy = (StringColumn) ColumnCells.copy(level, Rows.of(1, 4, 2, -1, 0));
        copy.append("c").append("d").append("");

        assertThat(copy.asList()).containsExactly("b", "b", "", "", "a", "c", "d", "");
        assertThat(copy.countMissing()).isEqualTo(3);
        assertThat(copy.isEqualTo("b").size()).isEqualTo(2);
        assertThat(copy.countUnique()).isEqualTo(5);
        StringColumn whole = StringColumn.create("whole", "a");
        assertThat(ColumnCells.copy(whole, Rows.of(-1, 0)).get(0)).isEqualTo("");
        assertThat(Table.create(copy).countBy("level").rowCount()).isEqualTo(5);
        copy.sortAscending();
        assertThat(copy.get(7)).isEqualTo("d");
    }

    @Test
    void texts_that_were_made_to_collide_are_told_apart() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int length = 0; length < 15; length++) {
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                longer.add(text + "Aa");
                longer.add(text + "BB");
            }
            texts = longer;
        }
        assertThat(texts.stream().mapToInt(String::hashCode).distinct().count()).isEqualTo(1);
        texts.addAll(List.copyOf(texts));
        StringColumn column = TextCells.of("t", texts);
        texts.clear();

        Groups groups = Groups.of(column, Rows.range(0, column.size()));

        assertThat(groups.count()).isEqualTo(1 << 15);
        assertThat(groups.sizes()).containsOnly(2);
    }

    @Test
    void times_are_read_and_written_as_tablesaw_packs_them() {
        Random random = new Random(3);
        InstantColumn instants = InstantColumn.create("t");
        DateTimeColumn locals = DateTimeColumn.create("t");
        for (int i = 0; i < 2_000; i++) {
            long millis = random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L);
            instants.append(Instant.ofEpochMilli(millis));
            locals.append(
                    LocalDateTime.ofEpochSecond(
                            Math.floorDiv(millis, 1000L),
                            (int) Math.floorMod(millis, 1000L) * 1_000_000,
                            ZoneOffset.UTC));
        }
        for (Column<?> column : List.of(instants.appendMissing(), locals.appendMissing())) {
            Times times = Times.of(Table.create("t"), column);
            Column<?> copy = times.column("t", times.ticks(Rows.range(0, column.size())));
            for (int row = 0; row < column.size(); row++) {
                assertThat((Object) copy.get(row)).isEqualTo(column.get(row));
                if (row < 2_000) {
                    assertThat(times.at(row)).isEqualTo(instants.get(row).toEpochMilli());
                }
            }
        }
    }

    @Test
    void dates_and_times_of_day_are_no_times() {
        assertThat(Times.of(Table.create("t"), DateColumn.create("d", LocalDate.EPOCH))).isNull();
        assertThat(Times.of(Table.create("t"), TimeColumn.create("d", LocalTime.NOON))).isNull();
    }
}
