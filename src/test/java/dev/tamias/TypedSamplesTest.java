package dev.tamias;

import static dev.tamias.Bytes.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.ParsedItem;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.RowFilter;
import dev.tamias.table.RowPlace;
import dev.tamias.table.TableOptions;
import dev.tamias.table.TableSink;
import dev.tamias.table.TypedTable;
import dev.tamias.table.type.CellType.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** The sample logs through their parsers into typed columns. */
class TypedSamplesTest {

    private static TypedTable typed(SourceStep step, TableOptions options) {
        ColumnPlan plan = new ColumnPlan(step.head(1).table().columnNames());
        TableSink sink = new TableSink("t", plan, options);
        try (Stream<ParsedItem> items = step.items()) {
            items.forEach(
                    item ->
                            sink.append(
                                    item.source(),
                                    item.offset(),
                                    item.length(),
                                    item.cells() == null ? List.of() : item.cells()));
        }
        return sink.build();
    }

    private static SourceStep lines() {
        return Plugins.scan().parser("lines").set("format", "common").over(sample("lines.log"));
    }

    @Test
    void lines_have_times_and_levels() {
        TypedTable typed = typed(lines(), TableOptions.defaults());

        assertThat(typed.report().column("Timestamp").kind()).isEqualTo(Kind.INSTANT);
        assertThat(typed.report().column("Level").kind()).isEqualTo(Kind.LEVEL);
        assertThat(typed.report().column("Component").kind()).isEqualTo(Kind.TEXT);
        assertThat(typed.report().column("Message").kind()).isEqualTo(Kind.TEXT);
        assertThat(typed.table().rowCount()).isEqualTo(lines().table().rowCount());
    }

    @Test
    void fields_have_numbers() {
        SourceStep step =
                Plugins.scan()
                        .parser("fields")
                        .set("columns", "time,sensor,value,unit,note")
                        .set("header", true)
                        .over(sample("fields.csv"));

        TypedTable typed = typed(step, TableOptions.defaults());

        assertThat(typed.report().columns().stream().map(each -> each.kind()))
                .containsExactly(Kind.INSTANT, Kind.TEXT, Kind.FLOATING, Kind.TEXT, Kind.TEXT);
    }

    @Test
    void rows_are_filtered_on_the_way_and_lead_back_to_their_bytes() {
        Table all = typed(lines(), TableOptions.defaults().places(RowPlace.values())).table();
        Table errors =
                typed(
                                lines(),
                                TableOptions.defaults()
                                        .columns("Message")
                                        .where(RowFilter.is("Level", "ERROR"))
                                        .places(RowPlace.ROW))
                        .table();

        Table expected = all.where(all.stringColumn("Level").isEqualTo("ERROR"));
        assertThat(errors.columnNames()).containsExactly("Row", "Message");
        assertThat(errors.longColumn("Row").asLongArray())
                .isEqualTo(expected.longColumn("Row").asLongArray());
        assertThat(errors.stringColumn("Message").asList())
                .isEqualTo(expected.stringColumn("Message").asList());
    }
}
