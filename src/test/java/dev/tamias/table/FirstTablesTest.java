package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The first tables of a JVM, on two threads at once. */
class FirstTablesTest {

    /** Runs in a JVM of its own. */
    static final class Makers {

        private Makers() {}

        public static void main(String[] arguments) throws InterruptedException {
            CyclicBarrier start = new CyclicBarrier(2);
            Thread numbers = new Thread(() -> make(start, "1"));
            numbers.start();
            make(start, "text");
            numbers.join();
            System.out.println("made");
        }

        private static void make(CyclicBarrier start, String cell) {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            TableSink sink =
                    new TableSink("t", new ColumnPlan(List.of("A")), TableOptions.defaults());
            sink.append(List.of(cell));
            sink.build();
        }
    }

    @RepeatedTest(4)
    void do_not_wait_for_each_other(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Makers.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(said, UTF_8)).contains("made");
        } finally {
            java.destroyForcibly();
        }
    }
}
