package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final Path LOG = Path.of("src/main/resources/dev/tamias/samples/lines.log");

    @TempDir private Path directory;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final PrintStream standardError = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(standardError);
    }

    private List<String> complaints() {
        return words.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "parse",
                "parse lines",
                "parse lines x.log --format xml",
                "parse lines x.log --format parquet",
                "parse lines x.log --head -1",
                "parse lines x.log --set format",
                "parse lines x.log --then dlt",
                "parse lines x.log --tail never",
                "parse lines x.log y.log --follow",
                "parse lines x.log -",
                "parse lines x.log --tcp localhost:1",
                "parse lines --tcp 5000",
                "parse lines --udp none",
                "parse lines --udp 1 --tcp localhost:1",
                "plugins",
                "plugins check x.txt",
                "plugins check lines --format xml",
                "bench --plugin nonsense",
                "wast",
                "wast nonsense.json",
                "wast --timeout-ms 0 pom.xml",
                "validate",
                "validate --list pom.xml pom.xml",
                "run",
                "run --dir src x.wasm",
                "run --dir ::/x x.wasm",
                "run --dir src:::ro x.wasm",
                "run --env X x.wasm",
                "describe",
                "invoke x.wasm",
                "invoke x.wasm f {}",
                "invoke src/test/resources/wast/values/spec.0.wasm nobody []",
                "invoke src/test/resources/wast/values/spec.0.wasm a#nobody []",
                "invoke src/test/resources/wast/values/spec.0.wasm u8 []",
                "invoke src/test/resources/wast/values/spec.0.wasm u8 [",
                "invoke src/test/resources/wast/values/spec.0.wasm u8 [{\"type\":\"u8\",\"value\":\"256\"}]"
            })
    void wrong_usage_is_two_and_one_sentence(String line) {
        assertThat(Main.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);

        assertThat(complaints()).singleElement().asString().startsWith("tamias: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parse nonsense x.log",
                "parse lines nonsense.log",
                "parse pom.wasm x.log",
                "parse lines pom.xml --set nonsense=1",
                "plugins show nonsense",
                "run nonsense.wasm",
                "run --stdin nonsense.txt nonsense.wasm",
                "describe nonsense.wasm",
                "invoke nonsense.wasm f []"
            })
    void what_cannot_be_done_is_one_and_one_sentence_with_a_link(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(1);

        assertThat(complaints()).singleElement().asString().contains("docs/troubleshooting.md#");
    }

    @Test
    void parse_writes_every_row_as_csv() throws IOException {
        Path csv = directory.resolve("out.csv");

        int exit =
                Main.run("parse", "lines", LOG.toString(), "--format", "csv", "-o", csv.toString());

        assertThat(exit).isZero();
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows.get(0)).isEqualTo("Message");
        assertThat(rows).hasSize(Files.readAllLines(LOG).size() + 1);
    }

    @Test
    void parse_passes_settings_on_and_stops_after_head() throws IOException {
        Path json = directory.resolve("out.jsonl");

        int exit =
                Main.run(
                        "parse",
                        "lines",
                        LOG.toString(),
                        "--set",
                        "format=common",
                        "--head",
                        "2",
                        "--format",
                        "jsonl",
                        "-o",
                        json.toString());

        assertThat(exit).isZero();
        assertThat(Files.readAllLines(json))
                .hasSize(2)
                .allMatch(row -> row.startsWith("{\"Timestamp\":\"2026-"));
    }

    @Test
    void parse_reads_through_a_byte_source() throws IOException {
        Path straight = directory.resolve("straight.csv");
        Path through = directory.resolve("through.csv");

        Main.run("parse", "lines", LOG.toString(), "--format", "csv", "-o", straight.toString());
        int exit =
                Main.run(
                        "parse",
                        "lines",
                        LOG.toString(),
                        "--source",
                        "file-source",
                        "--format",
                        "csv",
                        "-o",
                        through.toString());

        assertThat(exit).isZero();
        assertThat(through).hasSameTextualContentAs(straight);
    }

    @Test
    void parse_says_that_rows_were_lost_and_writes_the_others() throws IOException {
        byte[] whole =
                Files.readAllBytes(Path.of("src/main/resources/dev/tamias/samples/sample.dlt"));
        Path cut = directory.resolve("cut.dlt");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 3));
        Path csv = directory.resolve("out.csv");

        int exit =
                Main.run("parse", "dlt", cut.toString(), "--format", "csv", "-o", csv.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(complaints()).last().asString().contains("bytes at the end make no whole item");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(100);
    }

    @Test
    void an_output_that_cannot_be_written_is_said() {
        int exit =
                Main.run(
                        "parse",
                        "lines",
                        LOG.toString(),
                        "-o",
                        directory.resolve("no/where").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(complaints()).last().asString().contains("docs/troubleshooting.md#output");
    }
}
