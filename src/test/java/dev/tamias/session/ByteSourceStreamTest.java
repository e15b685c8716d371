package dev.tamias.session;

import static dev.tamias.session.TestParsers.bundled;
import static dev.tamias.session.TestParsers.run;
import static dev.tamias.session.TestParsers.scriptedSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.model.Trouble;
import dev.tamias.source.ByteSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Byte-source plugins under a session: what they give, and what they should not. */
@Timeout(60)
class ByteSourceStreamTest {

    /** Ten bytes with their line feed. */
    private static final String LINE = "a line it\n";

    private static Outcome lines(String script) {
        return run(bundled("lines"), scriptedSource(script, LINE), ParsePolicy.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "d100000",
        "d1; d99; @9 d10000; d9810",
        "dlen+1; @20 empty; d37; half",
        "@20000 d1",
        "d20; @20 empty; d20; @20 empty; d20"
    })
    void every_byte_comes_once_however_the_plugin_slices_them(String script) {
        Outcome outcome = lines(script);

        assertThat(outcome.failure()).isNull();
        long rows = outcome.summary().rows();
        assertThat(rows).isPositive();
        for (int row = 0; row < rows; row++) {
            assertThat(outcome.items().get(row)).isEqualTo(row * 10L + "+10 [a line it]");
        }
        assertThat(outcome.summary().consumed()).isEqualTo(rows * 10);
    }

    @Test
    void what_comes_beyond_what_was_asked_for_is_kept() {
        Outcome outcome = lines("dlen+1; d1000000; dlen+1");

        assertThat(outcome.summary().rows()).isGreaterThan(100_000);
        assertThat(outcome.items().get(100_000)).isEqualTo("1000000+10 [a line it]");
    }

    @Test
    void twenty_empty_answers_are_no_end_and_one_more_is() {
        assertThat(lines("d10; @20 empty; d10; @21 empty; d10").counts())
                .isEqualTo("2 rows, 20 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void a_source_that_gives_nothing_is_an_empty_input() {
        assertThat(lines("").counts())
                .isEqualTo("0 rows, 0 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @ParameterizedTest
    @CsvSource({"io", "unsupported", "other"})
    void an_error_is_no_end_and_names_plugin_and_byte(String kind) {
        Outcome outcome = lines("d25; " + kind + "; d10");

        assertThat(outcome.failure()).isNotNull();
        assertThat(outcome.failure().trouble()).isEqualTo(Trouble.SOURCE);
        assertThat(outcome.sentence())
                .contains("scripted-source")
                .contains("as scripted")
                .contains("byte 25");
        assertThat(outcome.counts()).isEqualTo("2 rows, 20 consumed, 0 skipped, 5 tail, FAILED");
    }

    @ParameterizedTest
    @CsvSource({"trap", "x"})
    void a_trap_ends_the_session_and_the_rows_before_it_stay(String fault) {
        Outcome outcome = lines("d25; " + fault);

        assertThat(outcome.failure()).isNotNull();
        assertThat(outcome.failure().trouble()).isEqualTo(Trouble.TRAP);
        assertThat(outcome.sentence()).contains("scripted-source").contains("byte 25");
        assertThat(outcome.counts()).isEqualTo("2 rows, 20 consumed, 0 skipped, 5 tail, FAILED");
    }

    @Test
    void a_source_in_an_endless_loop_is_interrupted() throws InterruptedException {
        CompletableFuture<Thread> runner = new CompletableFuture<>();
        CountDownLatch row = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted =
                CompletableFuture.supplyAsync(
                        () ->
                                Engine.shared()
                                        .executor()
                                        .run(
                                                () -> {
                                                    runner.complete(Thread.currentThread());
                                                    return endsInterrupted(row);
                                                }));
        row.await();
        runner.join().interrupt();

        assertThat(interrupted.join()).isTrue();
    }

    /** The first packet fills the first slice, so that its rows come before the loop. */
    private static boolean endsInterrupted(CountDownLatch row) {
        ByteSource source = scriptedSource("d10; loop", LINE);
        ParsePolicy small = ParsePolicy.DEFAULT.withSlices(10, 10);
        try (ParseSession session = new ParseSession(bundled("lines"), source, small)) {
            session.run((offset, length, cells, attachment) -> row.countDown());
            return false;
        } catch (Interrupted e) {
            return Thread.interrupted();
        }
    }

    @Test
    void a_file_through_the_bundled_source_gives_the_rows_of_the_file(@TempDir Path folder)
            throws Exception {
        byte[] log = Files.readAllBytes(TestParsers.RESOURCES.resolve("samples/sample.dlt"));
        Path file = Files.write(folder.resolve("sample.dlt"), log);

        Outcome direct = run(bundled("dlt"), log, ParsePolicy.DEFAULT);
        Outcome through = run(bundled("dlt"), TestParsers.fileSource(file), ParsePolicy.DEFAULT);

        assertThat(through.items()).isEqualTo(direct.items()).isNotEmpty();
        assertThat(through.counts()).isEqualTo(direct.counts());
    }
}
