package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.model.TamiasException;
import dev.tamias.table.out.OutputFormat;
import dev.tamias.table.out.TableFiles;
import dev.tamias.table.type.CellType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are written into files, of values with their types. */
class OutputsTest {

    private static final String ODD =
            "2026-03-02T08:00:00.000000001Z,9223372036854775807,\"say \"\"hi\"\"\"\n"
                    + "2026-03-02T08:00:00.5Z,,\"a,b\"\n"
                    + ",-1,\"\tnull\u0001\"\n";

    @TempDir private Path directory;

    private static SourceStep odd() {
        return Plugins.scan()
                .parser("fields")
                .set("columns", "Time,Count,Note")
                .over(bytes(ODD.getBytes(StandardCharsets.UTF_8)))
                .column("Note", CellType.text());
    }

    @Test
    void csv_quotes_what_it_must_and_keeps_nanoseconds() throws IOException {
        Path file = directory.resolve("odd.csv");

        Parsed parsed = odd().csv(file);

        assertThat(Files.readString(file))
                .isEqualTo(
                        "Time,Count,Note\n"
                                + "2026-03-02T08:00:00.000000001Z,9223372036854775807,\"say \"\"hi\"\"\"\n"
                                + "2026-03-02T08:00:00.500000000Z,,\"a,b\"\n"
                                + ",-1,\tnull\u0001\n");
        assertThat(parsed.summary().rows()).isEqualTo(3);
        assertThat(parsed.table().rowCount()).isZero();
    }

    @Test
    void json_lines_are_objects_with_null_for_what_is_missing() throws IOException {
        Path file = directory.resolve("odd.jsonl");

        odd().jsonLines(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.get("Count").isNull()).isTrue();
        assertThat(second.get("Time").asText()).isEqualTo("2026-03-02T08:00:00.500000000Z");
        assertThat(new ObjectMapper().readTree(lines.get(2)).get("Note").asText())
                .isEqualTo("\tnull\u0001");
    }

    @Test
    void arrow_is_read_by_its_own_library() throws IOException {
        Path file = directory.resolve("odd.arrow");

        odd().arrow(file);

        try (RootAllocator memory = new RootAllocator();
                ArrowFileReader reader = new ArrowFileReader(Files.newByteChannel(file), memory)) {
            assertThat(reader.loadNextBatch()).isTrue();
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            assertThat(root.getRowCount()).isEqualTo(3);
            assertThat(((TimeStampNanoTZVector) root.getVector("Time")).get(0))
                    .isEqualTo(1_772_438_400_000_000_001L);
            assertThat(((BigIntVector) root.getVector("Count")).get(0)).isEqualTo(Long.MAX_VALUE);
            assertThat(root.getVector("Count").isNull(1)).isTrue();
            assertThat(root.getVector("Time").isNull(2)).isTrue();
            assertThat(((VarCharVector) root.getVector("Note")).getObject(1)).hasToString("a,b");
        }
    }

    @Test
    void the_log_and_the_table_of_it_give_the_same_file() throws IOException {
        for (String name : List.of("lines.log", "access.log")) {
            SourceStep step =
                    Plugins.scan().parser("lines").set("format", "common").over(sample(name));
            Path log = directory.resolve("log.csv");
            step.csv(log);
            Path table = TableFiles.csv(step.table(), directory.resolve("table.csv"));

            assertThat(log).hasSameTextualContentAs(table);
        }
    }

    @Test
    void text_is_written_cell_by_cell() throws IOException {
        Path file = directory.resolve("text.csv");

        odd().text().csv(file);

        assertThat(Files.readString(file)).contains("2026-03-02T08:00:00.5Z,,\"a,b\"\n");
    }

    @Test
    void the_input_is_no_output() throws IOException {
        Path log = Files.writeString(directory.resolve("a.log"), "one\n");
        Path link = Files.createLink(directory.resolve("b.log"), log);
        SourceStep step = Plugins.scan().parser("lines").over(file(log));

        assertThatThrownBy(() -> step.csv(link))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("is the input");
        assertThat(log).hasContent("one\n");
    }

    @Test
    void where_a_run_fails_the_file_stays_as_it_was() throws IOException {
        Path earlier = Files.writeString(directory.resolve("out.csv"), "earlier");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(ODD.repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        Path log = Files.createTempDirectory(directory, "in").resolve("cut.gz");
        Files.write(log, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        SourceStep step = Plugins.scan().parser("fields").set("columns", "A,B,C").over(file(log));

        for (OutputFormat format : OutputFormat.values()) {
            assertThatThrownBy(
                            () -> {
                                switch (format) {
                                    case CSV -> step.csv(earlier);
                                    case JSON_LINES -> step.jsonLines(earlier);
                                    case ARROW -> step.arrow(earlier);
                                }
                            })
                    .isInstanceOf(TableIncomplete.class);

            assertThat(earlier).hasContent("earlier");
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).containsExactlyInAnyOrder(earlier, log.getParent());
            }
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_named() {
        Path nowhere = directory.resolve("no/such/directory/out.csv");

        assertThatThrownBy(() -> odd().csv(nowhere))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("out.csv");
    }
}
