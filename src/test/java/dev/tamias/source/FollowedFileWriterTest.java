package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that rotates and truncates as it likes, with a follower that must see each byte once. */
@Timeout(120)
class FollowedFileWriterTest {

    private static final int LINES = 5_000;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_line_comes_once_across_rotations_and_truncations(long seed) throws Exception {
        Path file = Files.createFile(directory.resolve("app.log"));
        AtomicLong seen = new AtomicLong();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        FollowPolicy policy = FollowPolicy.STANDARD.every(Duration.ofMillis(1 + seed % 3));
        try (FollowedFile source = FollowedFile.follow(file, policy)) {
            Future<String> written = thread.submit(new Writer(file, new Random(seed), seen));
            StringBuilder read = new StringBuilder();
            while (read.indexOf("end\n", Math.max(0, read.length() - 5_000)) < 0) {
                read.append(Reading.atLeast(source, 1));
                seen.set(read.length());
            }
            assertThat(read.toString()).as("seed %d", seed).isEqualTo(written.get());
            assertThat(source.position()).isEqualTo(read.length());
        } finally {
            thread.shutdownNow();
        }
        Reading.awaitNoThread(file.toString());
    }

    /** Waits only for what nobody could see otherwise: see {@link FollowedFile}. */
    private static final class Writer implements Callable<String> {

        private final Path file;
        private final Random random;
        private final AtomicLong seen;
        private final StringBuilder written = new StringBuilder();
        private OutputStream output;
        private int rotations;
        private long begun;

        Writer(Path file, Random random, AtomicLong seen) throws IOException {
            this.file = file;
            this.random = random;
            this.seen = seen;
            this.output = new FileOutputStream(file.toFile(), true);
        }

        @Override
        public String call() throws Exception {
            for (int number = 0; number < LINES; number++) {
                String line = "line " + number + " " + "x".repeat(random.nextInt(200)) + "\n";
                int cut = random.nextInt(line.length());
                write(line.substring(0, cut));
                happen(random.nextInt(100));
                write(line.substring(cut));
            }
            write("end\n");
            output.close();
            return written.toString();
        }

        private void happen(int event) throws Exception {
            if (event == 0) {
                rotate();
            } else if (event == 1) {
                truncate();
            } else if (event < 10) {
                Thread.sleep(random.nextInt(3));
            }
        }

        private void write(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            written.append(text);
        }

        private void rotate() throws Exception {
            // A file that was made and renamed between two looks is never seen.
            Reading.await(() -> seen.get() > begun);
            Files.move(file, file.resolveSibling("app.log." + ++rotations));
            write("renamed\n");
            OutputStream next = new FileOutputStream(file.toFile(), true);
            write("made\n");
            output.close();
            output = next;
            begun = written.length();
            write("new\n");
        }

        private void truncate() throws Exception {
            // Bytes that were truncated before they were read are gone.
            Reading.await(() -> seen.get() == written.length());
            new FileOutputStream(file.toFile()).close();
            if (random.nextBoolean()) {
                write("grown past the old position\n".repeat(random.nextInt(1_000)));
            }
        }
    }
}
