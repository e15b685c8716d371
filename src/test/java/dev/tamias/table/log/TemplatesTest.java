package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.LogTables;
import dev.tamias.table.template.DrainSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TemplatesTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private static final Table LOG =
            Table.create(
                    "log",
                    InstantColumn.create(
                            "Time",
                            START,
                            START.plusSeconds(1),
                            null,
                            START.plusSeconds(3),
                            START.plusSeconds(9)),
                    StringColumn.create(
                            "Message", "user 1 in", "user 2 in", "disk full", "", "user 3 out"));

    private static final DrainSettings ALIKE = DrainSettings.defaults().withSimilarity(0.3);

    @Test
    void a_template_has_its_rows_and_a_sample() {
        Templates templates = LogTables.of(LOG).templates("Message", ALIKE);

        Table table = templates.table();

        assertThat(table.columnNames())
                .containsExactly(
                        "Template Id", "Template", "Count", "First Row", "Last Row", "Sample");
        Row row = table.row(0);
        assertThat(row.getString("Template")).isEqualTo("user <*> <*>");
        assertThat(row.getInt("Count")).isEqualTo(3);
        assertThat(row.getInt("First Row")).isZero();
        assertThat(row.getInt("Last Row")).isEqualTo(4);
        assertThat(row.getString("Sample")).isEqualTo("user 1 in");
        assertThat(table.intColumn("Template Id").asList()).containsExactly(1, 2);
    }

    @Test
    void a_log_gets_the_templates_of_its_rows() {
        Table log = LogTables.of(LOG).templates("Message", ALIKE).log().table();

        assertThat(log.intColumn("Template Id").asList()).containsExactly(1, 1, 2, null, 1);
        assertThat(log.stringColumn("Template").asList())
                .containsExactly("user <*> <*>", "user <*> <*>", "disk full", "", "user <*> <*>");
    }

    @Test
    void rare_and_new_templates_are_found() {
        Templates templates =
                LogTables.of(LOG)
                        .templates("Message", DrainSettings.defaults().withSimilarity(0.6));

        assertThat(templates.size()).isEqualTo(3);
        assertThat(templates.rare(1).stringColumn("Template").asList())
                .containsExactly("disk full", "user 3 out");
        assertThat(templates.newSince(START.plusSeconds(1)).stringColumn("Template").asList())
                .containsExactly("disk full", "user 3 out");
        assertThat(templates.newSince(START.plusSeconds(2)).stringColumn("Template").asList())
                .containsExactly("user 3 out");
    }

    @Test
    void rows_are_counted_in_the_view_at_hand() {
        Templates templates = LogTables.of(LOG).tail(3).templates("Message");

        assertThat(templates.table().intColumn("Last Row").asList()).containsExactly(0, 2);
        assertThat(templates.log().table().intColumn("Template Id").asList())
                .containsExactly(1, null, 2);
    }
}
