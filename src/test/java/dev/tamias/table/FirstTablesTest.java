package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first tables of a JVM, on two threads at once. */
class FirstTablesTest {

    /** Runs in a JVM of its own. */
    static final class Makers {

        private Makers() {}

        public static void main(String[] arguments) throws InterruptedException {
            CyclicBarrier start = new CyclicBarrier(2);
            boolean attachments = arguments[0].equals("attachments");
            Thread numbers =
                    new Thread(
                            () ->
                                    make(
                                            start,
                                            attachments ? () -> none().table() : () -> sink("1")));
            numbers.start();
            make(start, () -> sink("text"));
            numbers.join();
            System.out.println("made");
        }

        private static void make(CyclicBarrier start, Runnable table) {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            table.run();
        }

        private static AttachmentTable none() {
            return AttachmentTable.of(List.of());
        }

        private static void sink(String cell) {
            TableSink sink =
                    new TableSink("t", new ColumnPlan(List.of("A")), TableOptions.defaults());
            sink.append(List.of(cell));
            sink.build();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "attachments", "cells", "attachments"})
    void do_not_wait_for_each_other(String numbers, @TempDir Path directory)
            throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Makers.class.getName(),
                                numbers)
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
