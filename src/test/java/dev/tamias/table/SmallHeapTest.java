package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.HostException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table in a JVM whose heap is too small for it. */
class SmallHeapTest {

    /** Fills a table without end, then shows what there is of it. */
    static final class Filler {

        private Filler() {}

        public static void main(String[] args) {
            TableSink sink =
                    new TableSink(
                            "t",
                            new ColumnPlan(List.of("Time", "N", "Few", "Message")),
                            TableOptions.defaults());
            try {
                for (long row = 0; ; row++) {
                    sink.append(cells(args[0], row));
                }
            } catch (HostException e) {
                TypedTable typed = sink.build();
                System.out.println(e.trouble() + " " + (typed.table().rowCount() == sink.rows()));
                System.out.println(typed.report().column("N").kind());
            }
        }

        private static List<String> cells(String kind, long row) {
            String time = Instant.ofEpochSecond(1_700_000_000 + row, row).toString();
            return switch (kind) {
                case "numbers" -> List.of(time, String.valueOf(row % 7), "x", "");
                case "long" -> List.of(time, "1", "x", "m".repeat(100_000) + row);
                default -> List.of(time, String.valueOf(row), "x", "the message of row " + row);
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "numbers", "long"})
    void stops_with_its_rows_before_an_out_of_memory_error(String kind)
            throws IOException, InterruptedException {
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx48m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Filler.class.getName(),
                                kind)
                        .redirectErrorStream(true)
                        .start();

        String said = new String(java.getInputStream().readAllBytes(), UTF_8);

        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // Newer JDKs warn of a library first.
        assertThat(said.lines()).endsWith("LIMIT true", "INTEGER");
    }

    @Test
    void the_estimate_is_what_a_table_takes() {
        int rows = 300_000;
        System.gc();
        long before = used();
        TableSink sink = new TableSink("t", new ColumnPlan(List.of("Time", "N", "Few", "Message")));
        for (int row = 0; row < rows; row++) {
            sink.append(Filler.cells("messages", row));
        }
        System.gc();

        double taken = used() - before;

        assertThat((double) sink.bytes()).isBetween(taken * 0.7, taken * 1.4);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
