package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.PluginType;
import dev.tamias.table.type.CellType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Types that a plugin's toml declares for its columns. */
class UsualTypesTest {

    private static final Path FIELDS =
            Path.of("src/main/resources/dev/tamias/plugins/parsers/fields/fields.wasm");

    @TempDir private Path root;

    private SourceStep over(String toml, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("parsers/own"));
        Files.copy(FIELDS, folder.resolve("own.wasm"));
        Files.writeString(folder.resolve("own.toml"), toml);
        return Plugins.scan(root)
                .parser("own")
                .set("columns", "Time,Code,Ratio")
                .over(bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_column_has_the_type_that_the_toml_declares() throws IOException {
        SourceStep step =
                over(
                        "title = \"Own\"\n[x-tamias.columns]\n"
                                + "Time = \"instant dd.MM.yyyy HH:mm in Europe/Berlin\"\n"
                                + "Code = \"text\"\nGone = \"integer\"\n",
                        "01.07.2026 10:00,17,2\n02.07.2026 10:00,18,3\n");

        Table table = step.table();

        assertThat(table.instantColumn("Time").get(0))
                .isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(table.column("Code").type()).isEqualTo(ColumnType.STRING);
        assertThat(table.column("Ratio").type()).isEqualTo(ColumnType.LONG);
    }

    @Test
    void what_the_user_declares_goes_before_it_and_text_switches_it_off() throws IOException {
        SourceStep step =
                over(
                        "title = \"Own\"\n[x-tamias.columns]\nCode = \"text\"\nRatio = \"floating\"\n",
                        "x,17,2\n");

        assertThat(step.column("Code", CellType.integer()).table().column("Code").type())
                .isEqualTo(ColumnType.LONG);
        assertThat(step.table().column("Ratio").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(step.text().table().column("Ratio").type()).isEqualTo(ColumnType.STRING);
    }

    @Test
    void a_type_that_cannot_be_read_is_passed_over_and_logged() throws IOException {
        SourceStep step =
                over(
                        "title = \"Own\"\n[x-tamias.columns]\nCode = \"number\"\nTime = \"instant QQ\"\n",
                        "x,17,2\n");

        assertThat(step.table().column("Code").type()).isEqualTo(ColumnType.LONG);
        assertThat(Plugins.scan(root).plugin(PluginType.PARSER, "own").problems()).isEmpty();
    }
}
