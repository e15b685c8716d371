package dev.tamias.table.column;

import static org.assertj.core.api.Assertions.assertThat;
import static tech.tablesaw.aggregate.AggregateFunctions.count;

import dev.tamias.table.ColumnPlan;
import dev.tamias.table.TableSink;
import dev.tamias.table.type.CellType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Our stores behind Tablesaw's text columns: the same answers, at any number of different values. */
class TextStoreTest {

    /** More different texts than Tablesaw's dictionary of shorts holds. */
    private static final int MANY = 70_000;

    private static StringColumn column(List<String> cells) {
        TableSink sink = new TableSink("t", new ColumnPlan(List.of("C")));
        cells.forEach(cell -> sink.append(List.of(cell)));
        return sink.table().stringColumn("C");
    }

    private static List<String> cells(int rows, int different, long seed) {
        Random random = new Random(seed);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int value = random.nextInt(different);
            cells.add(value == 0 ? "" : "cell é " + value);
        }
        return cells;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300, 1_000_000})
    void a_column_answers_as_tablesaws_own(int different) {
        List<String> cells = cells(6000, different, 5);
        StringColumn ours = column(cells);
        StringColumn theirs = StringColumn.create("C", cells);

        assertThat(ours.asList()).isEqualTo(cells);
        assertThat(ours.size()).isEqualTo(theirs.size());
        assertThat(ours.countUnique()).isEqualTo(theirs.countUnique());
        assertThat(ours.countMissing()).isEqualTo(theirs.countMissing());
        assertThat(ours.asSet()).isEqualTo(theirs.asSet());
        assertThat(ours.isMissing().toArray()).isEqualTo(theirs.isMissing().toArray());
        String some = cells.get(1234);
        assertThat(ours.isEqualTo(some).toArray()).isEqualTo(theirs.isEqualTo(some).toArray());
        assertThat(ours.isNotEqualTo(some).size()).isEqualTo(theirs.isNotEqualTo(some).size());
        assertThat(ours.isIn(some, "nothing").toArray())
                .isEqualTo(theirs.isIn(some, "nothing").toArray());
        assertThat(ours.firstIndexOf(some)).isEqualTo(theirs.firstIndexOf(some));
        assertThat(ours.firstIndexOf("nothing")).isEqualTo(-1);
        assertThat(ours.countOccurrences(some)).isEqualTo(theirs.countOccurrences(some));
        assertThat(ours.containsString("é 1").toArray())
                .isEqualTo(theirs.containsString("é 1").toArray());
        assertThat(ours.lag(1).asList()).isEqualTo(theirs.lag(1).asList());
        assertThat(ours.copy().asList()).isEqualTo(cells);
        assertThat(ours.top(3)).isEqualTo(theirs.top(3));
        assertThat(ours.unique().size()).isEqualTo(theirs.unique().size());
        ours.sortDescending();
        theirs.sortDescending();
        assertThat(ours.asList()).isEqualTo(theirs.asList());
        ours.sortAscending();
        theirs.sortAscending();
        assertThat(ours.asList()).isEqualTo(theirs.asList());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1_000_000})
    void a_column_can_be_changed(int different) {
        List<String> cells = cells(6000, different, 6);
        StringColumn ours = column(cells);

        ours.set(4000, "new");
        ours.set(5999, "last");
        ours.append("appended");
        ours.appendMissing();

        cells.set(4000, "new");
        cells.set(5999, "last");
        cells.add("appended");
        cells.add("");
        assertThat(ours.asList()).isEqualTo(cells);
        assertThat(ours.isMissing(6001)).isTrue();
        assertThat(ours.isMissing(6000)).isFalse();
    }

    @Test
    void messages_of_any_number_can_be_grouped_summed_up_joined_and_sorted() {
        List<String> messages =
                IntStream.range(0, MANY + 10)
                        .mapToObj(i -> "message " + i % MANY + " of a log")
                        .toList();
        StringColumn ours = column(messages).setName("M");
        Table table = Table.create("t", ours);

        Table counts = table.countBy("M");
        assertThat(counts.rowCount()).isEqualTo(MANY);
        assertThat(counts.intColumn("Count").max()).isEqualTo(2);
        assertThat(table.summary().rowCount()).isEqualTo(4);
        assertThat(ours.summary().stringColumn("Value").get(1)).isEqualTo(String.valueOf(MANY));
        assertThat(ours.countByCategory().rowCount()).isEqualTo(MANY);
        IntColumn numbers = IntColumn.indexColumn("N", table.rowCount(), 0);
        Table byMessage = table.addColumns(numbers).summarize("N", count).by("M");
        assertThat(byMessage.rowCount()).isEqualTo(MANY);
        assertThat(table.sortDescendingOn("M").stringColumn("M").get(0))
                .isEqualTo("message 9999 of a log");
        assertThat(table.dropDuplicateRows().rowCount()).isEqualTo(MANY + 10);
    }

    @Test
    void a_column_that_turns_from_equal_to_different_cells_does_not_blow_up() {
        CellColumn column = new CellColumn("C", CellType.text());
        long characters = 0;
        for (int i = 0; i < 400_000; i++) {
            String cell =
                    String.format(
                            Locale.ROOT, "%-80s", i < 200_000 ? "the same cell" : "cell " + i);
            column.append(cell);
            characters += cell.length();
        }

        assertThat(column.bytes()).isLessThan(characters + 400_000L * 12);
    }

    @Test
    void cells_that_were_made_to_collide_are_packed() {
        CellColumn column = new CellColumn("C", CellType.text());
        int rows = 1 << 14;
        for (int i = 0; i < rows; i++) {
            StringBuilder cell = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                // Both have the same hash code, and so has every text made of them.
                cell.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            column.append(cell.toString());
        }

        Table table = Table.create("t");
        column.values(ZoneOffset.UTC, Instant.EPOCH).columns().forEach(table::addColumns);
        assertThat(table.stringColumn("C").countUnique()).isEqualTo(rows);
        assertThat(table.stringColumn("C").getDictionary()).isInstanceOf(PackedCells.class);
    }

    @Test
    void a_repeated_cell_is_one_string() {
        StringColumn column = column(List.of(new String("cell"), "other", new String("cell")));

        assertThat(column.get(0)).isSameAs(column.get(2));
    }
}
