package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The parse verb over every kind of input. */
@Timeout(180)
class ParseTest {

    private static final String LOG = "src/main/resources/dev/tamias/samples/lines.log";
    private static final String ARCHIVES = "src/test/resources/data/archives/";

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

    /** Rows written to a file. */
    private List<String> parse(String... arguments) throws IOException {
        Path out = directory.resolve("out");
        List<String> all = new ArrayList<>(List.of("parse"));
        all.addAll(List.of(arguments));
        all.addAll(1, List.of("-o", out.toString()));
        assertThat(Main.run(all.toArray(new String[0])))
                .as(words.toString(StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(out);
    }

    @Test
    void rows_are_those_of_the_file_in_every_way() throws IOException {
        List<String> expected = parse("--format", "csv", "lines", LOG);
        Files.copy(Path.of(LOG), directory.resolve("in.log"));

        assertThat(parse("--format", "csv", "lines", "--process", "--", "cat", LOG))
                .isEqualTo(expected);
        assertThat(parse("--format", "csv", "lines", LOG, "--source", "file-source"))
                .isEqualTo(expected);
        assertThat(parse("--format", "csv", "lines", ARCHIVES + "haproxy.log.zst"))
                .isEqualTo(parse("--format", "csv", "lines", ARCHIVES + "haproxy.log"));
        assertThat(parse("--format", "csv", "--head", "3", "lines", "--follow", LOG))
                .isEqualTo(expected.subList(0, 4));
    }

    @Test
    void several_files_name_their_rows() throws IOException {
        List<String> rows = parse("--format", "csv", "lines", LOG, LOG, "--head", "1");

        assertThat(rows.get(0)).isEqualTo("Source,Message");
        assertThat(rows.get(1)).startsWith(LOG + ",");

        List<String> merged =
                parse(
                        "--format",
                        "csv",
                        "lines",
                        LOG,
                        LOG,
                        "--set",
                        "format=common",
                        "--merged-by",
                        "Timestamp");

        assertThat(merged.get(1)).isEqualTo(merged.get(2));
        assertThat(words.toString(StandardCharsets.UTF_8)).contains("tamias: " + LOG + ": ");
    }

    @Test
    void places_stand_before_the_cells() throws IOException {
        assertThat(parse("--format", "jsonl", "lines", LOG, "--located", "--head", "1"))
                .singleElement()
                .asString()
                .startsWith("{\"Source\":\"" + LOG + "\",\"Offset\":\"0\",\"Length\":\"");
    }

    @Test
    void a_chain_has_the_columns_of_both() throws IOException {
        List<String> rows =
                parse(
                        "--format",
                        "csv",
                        "dlt",
                        "src/main/resources/dev/tamias/samples/sample.dlt",
                        "--then",
                        "PAYLOAD=fields",
                        "--set",
                        "separator= ",
                        "--set",
                        "count=2",
                        "--head",
                        "5");

        assertThat(rows.get(0)).endsWith("PAYLOAD,c1,c2");
        assertThat(rows).hasSize(6);
    }

    @Test
    void a_tail_is_treated_as_asked() throws IOException {
        Path cut = Files.writeString(directory.resolve("cut.log"), "one\ntw");

        assertThat(parse("--format", "csv", "lines", cut.toString(), "--tail", "drop"))
                .containsExactly("Message", "one");
        assertThat(
                        Main.run(
                                "parse",
                                "lines",
                                cut.toString(),
                                "--tail",
                                "report",
                                "-o",
                                "/dev/null"))
                .isEqualTo(1);
    }

    @Test
    void log_and_progress_are_said_where_asked() throws IOException {
        parse("--format", "csv", "lines", LOG);
        assertThat(words.toString(StandardCharsets.UTF_8)).doesNotContain("rows/s", "STDOUT");

        Main.run(
                "parse",
                "src/test/resources/plugins/faulty/faulty.wasm",
                LOG,
                "--set",
                "fault=stdout",
                "--log",
                "--progress",
                "-o",
                directory.resolve("x").toString());

        assertThat(words.toString(StandardCharsets.UTF_8)).contains("rows/s", "STDOUT faulty");
    }

    @Test
    void a_header_is_written_where_there_is_no_row() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.log"));

        assertThat(parse("--format", "csv", "lines", empty.toString())).containsExactly("Message");
        assertThat(parse("--format", "jsonl", "lines", empty.toString())).isEmpty();
    }

    @Test
    void rows_of_a_growing_file_are_out_as_they_come_and_an_interrupt_ends_well() throws Exception {
        Path growing = Files.writeString(directory.resolve("growing.log"), "one\n");
        Path complaints = directory.resolve("err");
        ProcessBuilder builder =
                TamiasProcess.of(
                                "parse", "lines", growing.toString(), "--follow", "--format", "csv")
                        .redirectError(complaints.toFile());
        // Whoever runs the tests in the background has them ignore it.
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process process = builder.start();
        try (BufferedReader rows =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(rows.readLine()).isEqualTo("Message");
            assertThat(rows.readLine()).isEqualTo("one");
            Files.writeString(growing, "two\n", StandardOpenOption.APPEND);
            assertThat(rows.readLine()).isEqualTo("two");
            Files.writeString(growing, "three\n", StandardOpenOption.APPEND);
            Thread.sleep(1_000);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertThat(rows.readLine()).isEqualTo("three");
            assertThat(rows.readLine()).isNull();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(complaints).content().contains("3 rows", "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Tablesaw looks through all jars when its first table is made: half a second, and much memory. */
    @Test
    void rows_that_no_table_keeps_make_none() throws Exception {
        Path log = Files.writeString(directory.resolve("a.log"), "one\ntwo\n");
        Path loaded = directory.resolve("loaded");
        ProcessBuilder builder =
                TamiasProcess.of("parse", "lines", log.toString(), "--format", "jsonl")
                        .redirectOutput(directory.resolve("out").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
        Process process = builder.start();

        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("out")).content().contains("one", "two");
        assertThat(loaded)
                .content()
                .contains("dev.tamias.Parsed")
                .doesNotContain("io.github.classgraph.ClassGraph ");
    }
}
