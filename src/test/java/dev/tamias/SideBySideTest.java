package dev.tamias;

import static dev.tamias.Bytes.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.type.CellType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Tables large enough that several threads make them are those that one thread makes. */
@Timeout(120)
class SideBySideTest {

    private static final Path SAMPLES = Path.of("src/main/resources/dev/tamias/samples");
    private static final int ROWS = 12_000;

    @TempDir private Path directory;

    private static void assertSame(SourceStep step) {
        Parsed together = step.located().parse();
        // Whose first rows alone are asked for, those inputs are parsed on one thread.
        Parsed inTurn = step.located().head(Long.MAX_VALUE - 1).parse();

        assertThat(together.report()).isEqualTo(inTurn.report());
        assertSame(together.table(), inTurn.table());
        assertSame(together.attachmentTable(), inTurn.attachmentTable());
        assertSame(together.attachmentRows(), inTurn.attachmentRows());
        assertThat(together.attachments())
                .extracting(each -> Arrays.hashCode(each.data()))
                .isEqualTo(
                        inTurn.attachments().stream()
                                .map(each -> Arrays.hashCode(each.data()))
                                .toList());
    }

    private static void assertSame(Table actual, Table expected) {
        assertThat(actual.structure().print()).isEqualTo(expected.structure().print());
        assertThat(actual.rowCount()).isEqualTo(expected.rowCount());
        for (String name : expected.columnNames()) {
            assertThat(actual.column(name).asList())
                    .as(name)
                    .isEqualTo(expected.column(name).asList());
        }
    }

    /** A file of which the last column alone has its type in common with those of other numbers. */
    private Path fields(int number, String... odd) throws IOException {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            boolean late = row > ROWS - 9;
            text.append(late ? odd[row % odd.length] : Integer.toString(random.nextInt(5000)));
            text.append(",2026-03-0").append(number).append(" 08:00:");
            text.append(10 + row % 50).append(late ? ".123456" : ".000");
            text.append(row % 7 == 0 ? "," : row % 5 == 0 ? ",-" : ",true");
            text.append(",message ").append(random.nextInt(1 << 30)).append(" of ").append(row);
            text.append(",worker-").append(number).append(row % 16);
            text.append(row % 999 == 998 ? ",one more" : "").append('\n');
        }
        return Files.writeString(directory.resolve("fields-" + number + ".csv"), text, UTF_8);
    }

    private static ParserStep parser() {
        return Plugins.scan().parser("fields").set("columns", "Count,Time,Flag,Message,Worker");
    }

    @Test
    void types_are_those_of_the_cells_of_all_inputs() throws IOException {
        List<Path> logs = List.of(fields(1, "7"), fields(2, "0.5"), fields(3, "few", "", "-"));

        assertSame(parser().over(files(logs.subList(0, 2))));
        assertSame(parser().over(files(logs)));
        assertSame(parser().over(files(logs)).text());
        assertSame(parser().over(files(logs)).columns("Message", "Flag"));
        assertSame(parser().over(files(logs)).column("Count", CellType.integer()));
    }

    @Test
    void attachments_keep_their_rows() throws IOException {
        byte[] some = Files.readAllBytes(SAMPLES.resolve("sample.dlt"));
        byte[] attached = Files.readAllBytes(SAMPLES.resolve("attachments.dlt"));
        List<Path> logs = new ArrayList<>();
        for (int log = 0; log < 3; log++) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 60; i++) {
                all.writeBytes(some);
                all.writeBytes(i % (20 + log) == 0 ? attached : some);
            }
            logs.add(Files.write(directory.resolve("trace-" + log + ".dlt"), all.toByteArray()));
        }

        SourceStep step = Plugins.scan().parser("dlt").over(files(logs));

        assertThat(step.parse().attachments()).isNotEmpty();
        assertThat(step.parse().table().rowCount()).isGreaterThan(1 << 14);
        assertSame(step);
    }

    private static SharedWork work(int threads) {
        return new SharedWork(Engine.shared().executor(), threads);
    }

    @Test
    void no_more_threads_take_part_than_there_may() {
        ConcurrentHashMap<Thread, Integer> threads = new ConcurrentHashMap<>();

        work(3).run(
                        200,
                        number -> {
                            threads.merge(Thread.currentThread(), 1, Integer::sum);
                            pause();
                        });

        assertThat(threads.values().stream().mapToInt(each -> each).sum()).isEqualTo(200);
        assertThat(threads).hasSizeBetween(1, 3).containsKey(Thread.currentThread());
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_failure_with_the_lowest_number_is_thrown_when_all_have_ended() {
        boolean[] ended = new boolean[8];
        SharedWork work = work(2);

        assertThatThrownBy(
                        () ->
                                work.run(
                                        8,
                                        number -> {
                                            ended[number] = true;
                                            if (number == 3 || number == 5) {
                                                throw new HostException(
                                                        Trouble.TABLE, "column " + number);
                                            }
                                        }))
                .hasMessageContaining("column 3");
        assertThat(ended).containsOnly(true);
    }

    @Test
    void an_interrupted_thread_waits_for_what_others_have_begun() {
        boolean[] ended = new boolean[6];
        Thread.currentThread().interrupt();

        work(3).run(
                        6,
                        number -> {
                            pause();
                            ended[number] = true;
                        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).containsOnly(true);
    }
}
