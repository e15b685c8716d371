package dev.tamias;

import static dev.tamias.Bytes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.host.RunLog;
import dev.tamias.model.LogLevel;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.RowPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** A file parsed in parts gives what the whole file gives. */
@Timeout(300)
class SplitFileTest {

    private static final int LOGS = 12;

    @TempDir private Path directory;

    private static long seed() {
        String given = System.getProperty("tamias.seed", "20261123");
        return given.equals("random") ? new Random().nextLong() : Long.parseLong(given);
    }

    private static RunPlan plan(ParserStep parser, Path log) {
        return RunPlan.of(parser, file(log))
                .withTables(
                        tables ->
                                tables.places(RowPlace.SOURCE, RowPlace.OFFSET, RowPlace.LENGTH)
                                        .asText());
    }

    private static @Nullable Parsed inParts(RunPlan plan, long... cuts) {
        Bytes input = plan.inputs().get(0);
        Parsed[] parsed = new Parsed[1];
        GuestWork.run(
                Engine.shared(),
                () -> {
                    parsed[0] = SplitFile.parse(plan, new RunLog(), input, true, split -> cuts);
                    return true;
                });
        return parsed[0];
    }

    private static Parsed whole(RunPlan plan) {
        return GuestWork.run(
                Engine.shared(),
                () -> Terminal.parse(plan.withLimit(1L << 60), new RunLog(), true));
    }

    private static void assertSame(Parsed parts, Parsed whole, String what) {
        Table actual = parts.table();
        Table expected = whole.table();
        assertThat(actual.columnNames()).as(what).isEqualTo(expected.columnNames());
        assertThat(actual.rowCount()).as(what).isEqualTo(expected.rowCount());
        for (String name : expected.columnNames()) {
            assertThat(actual.column(name).asList())
                    .as(what + ", column " + name)
                    .isEqualTo(expected.column(name).asList());
        }
        assertThat(told(parts.summary())).as(what).isEqualTo(told(whole.summary()));
        assertThat(parts.summaries()).hasSize(1);
        assertThat(parts.summaries().get(0).source()).isEqualTo(whole.summaries().get(0).source());
    }

    /** All but how often the parser asked for more, which is a matter of slices. */
    private static List<Object> told(ParseSummary one) {
        return List.of(
                one.rows(),
                one.consumed(),
                one.skipped(),
                one.tail(),
                one.tailOffset(),
                one.parseErrors(),
                one.restarts(),
                one.columnMismatches(),
                one.skippedRanges(),
                one.skippedRangeCount(),
                one.complete());
    }

    private static byte[] log(Random random) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        String[] lines = {
            "",
            " ",
            "2026-03-02 08:00:01.000 INFO a.B: started, with, some, commas",
            "\"a quote, that stays open",
            "one,two,three,four,five,six",
            "\u001b[1mbold\u001b[0m, naïve",
            "\tat db.Pool.borrow(Pool.java:212)",
            "\ufeffa mark, in the middle",
            "\r"
        };
        int rows = 50 + random.nextInt(400);
        int huge = random.nextInt(3 * rows);
        for (int row = 0; row < rows; row++) {
            String line = lines[random.nextInt(lines.length)];
            if (row == huge) {
                line = "long ".repeat(20_000 + random.nextInt(60_000));
            }
            log.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            if (random.nextInt(20) == 0) {
                log.write(0xff);
            }
            boolean end = row + 1 < rows || random.nextBoolean();
            log.writeBytes(
                    (random.nextInt(3) == 0 ? "\r\n" : "\n")
                            .substring(end ? 0 : 1)
                            .getBytes(StandardCharsets.UTF_8));
        }
        return log.toByteArray();
    }

    @Test
    void rows_places_and_counts_are_those_of_the_whole_file() throws IOException {
        long seed = seed();
        System.out.println("SplitFileTest: -Dtamias.seed=" + seed);
        ParserStep lines = Plugins.scan().parser("lines");
        ParserStep fields = Plugins.scan().parser("fields").set("quotes", false);
        List<ParserStep> parsers =
                List.of(
                        lines,
                        lines.set("format", "common").set("strip-ansi", true),
                        lines.set("skip-empty", true),
                        fields);
        int split = 0;
        for (int i = 0; i < LOGS; i++) {
            Random random = new Random(seed + i);
            byte[] log = log(random);
            Path path = Files.write(directory.resolve(i + ".log"), log);
            for (ParserStep parser : parsers) {
                for (ParsePolicy.Tail tail :
                        List.of(ParsePolicy.Tail.NEWLINE, ParsePolicy.Tail.REPORT)) {
                    long[] cuts =
                            random.longs(1 + random.nextInt(6), 1, log.length).sorted().toArray();
                    RunPlan plan = plan(parser, path).withPolicy(usual -> usual.withTail(tail));
                    String what = "seed " + (seed + i) + ", " + tail + ", " + Arrays.toString(cuts);
                    Parsed parts = inParts(plan, cuts);
                    if (parts != null) {
                        split++;
                        assertSame(parts, whole(plan), what);
                    }
                }
            }
        }
        assertThat(split).isGreaterThan(LOGS * 6);
    }

    @Test
    void every_byte_of_a_small_file_may_be_the_cut() throws IOException {
        byte[] log = "a\r\nb\n\nc,d\n\n\n\ufeffe\nf\r\n\r\ng".getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(directory.resolve("small.log"), log);
        ParserStep lines = Plugins.scan().parser("lines").set("skip-empty", true);
        ParserStep fields = Plugins.scan().parser("fields").set("quotes", false);
        for (ParserStep parser : List.of(lines, fields)) {
            RunPlan plan = plan(parser, path);
            Parsed whole = whole(plan);
            for (int cut = 1; cut < log.length; cut++) {
                Parsed parts = inParts(plan, cut, cut + 3);
                if (parts != null) {
                    assertSame(parts, whole, "cut at " + cut);
                }
            }
        }
    }

    @Test
    void what_may_not_be_split_is_refused_with_a_reason() throws IOException {
        Path log = Files.writeString(directory.resolve("a.log"), "a,b\nc,d\n".repeat(100));
        ParserStep lines = Plugins.scan().parser("lines");
        ParserStep fields = Plugins.scan().parser("fields");
        RunPlan plan = plan(lines, log);

        assertThat(refusal(plan)).isNull();
        assertThat(refusal(plan(fields, log))).contains("quotes = false");
        assertThat(refusal(plan(fields.set("quotes", false).set("header", true), log)))
                .contains("header = false");
        assertThat(refusal(plan(Plugins.scan().parser("dlt"), log))).contains("does not say");
        assertThat(refusal(plan.withLimit(5))).contains("first rows");
        assertThat(refusal(plan.withLevel(LogLevel.INFO))).contains("log");
        assertThat(refusal(plan.withChained(lines.on("Message")))).contains("another parser");
        assertThat(lines.over(file(log)).explain()).contains("parts       of a large file");
        assertThat(fields.over(file(log)).explain()).contains("parts       none: ");
    }

    private static @Nullable String refusal(RunPlan plan) {
        return SplitFile.refusal(plan, plan.inputs().get(0));
    }

    @Test
    void an_archive_is_not_split_unless_its_own_bytes_are_the_input() throws IOException {
        Path log = directory.resolve("a.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log))) {
            out.write("a line\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(inParts(plan(Plugins.scan().parser("lines"), log), 20, 40)).isNull();
    }

    @Test
    void a_parser_that_does_not_end_where_it_was_cut_is_given_the_whole_file() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("plugins/parsers/dlt"));
        try (InputStream wasm = resource("plugins/parsers/dlt/dlt.wasm")) {
            Files.copy(wasm, folder.resolve("dlt.wasm"));
        }
        Files.writeString(
                folder.resolve("dlt.toml"),
                "title = \"DLT\"\n[x-tamias]\nsplittable = \"newline\"\n");
        Path log = directory.resolve("some.dlt");
        try (InputStream sample = resource("samples/sample.dlt")) {
            Files.copy(sample, log);
        }
        // Somewhere in the binary log there is a byte that looks like a line feed.
        Plugins plugins = Plugins.scan(directory.resolve("plugins"));
        RunPlan plan = plan(plugins.parser("dlt"), log);

        assertThat(refusal(plan)).isNull();
        assertThat(inParts(plan, Files.size(log) / 3)).isNull();
        assertThat(plugins.parser("dlt").over(file(log)).summary().rows()).isEqualTo(400);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Plugins.class.getResourceAsStream(name));
    }

    @Test
    void a_large_file_is_the_same_however_it_is_parsed() throws IOException {
        Path log = directory.resolve("large.log");
        Files.writeString(log, "2026-03-02 08:00:01.000 INFO a.B: started\n".repeat(450_000));
        SourceStep step = Plugins.scan().parser("lines").set("format", "common").over(file(log));

        ParseSummary summary = step.summary();

        assertThat(told(summary)).isEqualTo(told(step.head(1L << 60).summary()));
        assertThat(step.columns("Level").table().rowCount()).isEqualTo(450_000);
    }

    @Test
    void an_interrupt_leaves_rows_without_a_gap() throws Exception {
        Path log = directory.resolve("interrupted.log");
        Files.writeString(log, "a line of some length, to be told apart\n".repeat(1_000_000));
        Thread caller = Thread.currentThread();
        AtomicBoolean once = new AtomicBoolean();
        long size = Files.size(log);
        RunPlan plan =
                plan(Plugins.scan().parser("lines"), log)
                        .withProgress(
                                progress -> {
                                    if (progress.rows() > 0 && once.compareAndSet(false, true)) {
                                        caller.interrupt();
                                    }
                                });

        assertThatThrownBy(() -> inParts(plan, size / 4, size / 2, size / 4 * 3))
                .isInstanceOfSatisfying(
                        TableIncomplete.class,
                        e -> {
                            assertThat(e).hasCauseInstanceOf(Interrupted.class);
                            Table rows = e.parsed().table();
                            long next = 0;
                            for (int i = 0; i < rows.rowCount(); i++) {
                                assertThat(rows.getString(i, "Offset"))
                                        .isEqualTo(String.valueOf(next));
                                next += Long.parseLong(rows.getString(i, "Length"));
                            }
                        });
        assertThat(Thread.interrupted()).isTrue();
    }
}
