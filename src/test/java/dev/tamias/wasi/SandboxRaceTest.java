package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process replaces a directory by a link to the outside, and back, while a guest opens. */
class SandboxRaceTest {

    /** Looking and then opening by path, the usual mistake, escapes once in some two thousand opens. */
    private static final long NANOSECONDS = Long.getLong("tamias.raceMillis", 1_500) * 1_000_000;

    @TempDir Path temporary;

    @Test
    @Timeout(600)
    void never_opens_or_makes_anything_outside() throws Exception {
        Box box = new Box(temporary);
        Path flip = Files.createDirectory(box.inside.resolve("flip"));
        Files.writeString(flip.resolve("secret"), "harmless");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger flips = new AtomicInteger();
        Thread attacker = new Thread(() -> flip(box, flip, stop, flips));
        attacker.start();
        int opened = 0;
        int refused = 0;
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            for (long end = System.nanoTime() + NANOSECONDS; System.nanoTime() < end; ) {
                try {
                    assertThat(Box.read(directory, "flip/secret")).isEqualTo("harmless");
                    opened++;
                } catch (FileError error) {
                    refused++;
                }
                if (opened % 8 != 0) {
                    continue;
                }
                try {
                    directory.createDirectory("flip/made");
                    directory.removeDirectory("flip/made");
                } catch (FileError error) {
                    // The directory was away, or the other one is there.
                }
            }
        } finally {
            stop.set(true);
            attacker.join();
        }
        System.out.printf("%d opened, %d refused, %d flips%n", opened, refused, flips.get());
        assertThat(opened).isGreaterThan(100);
        assertThat(refused).isPositive();
        assertThat(flips.get()).isGreaterThan(100);
        try (var outside = Files.list(box.outside)) {
            assertThat(outside).containsExactly(box.outside.resolve("secret"));
        }
        assertThat(box.outside.resolve("secret")).hasContent(Box.SECRET);
    }

    private static void flip(Box box, Path flip, AtomicBoolean stop, AtomicInteger flips) {
        Path aside = box.inside.resolve("aside");
        Path link = box.inside.resolve("link");
        try {
            Files.createSymbolicLink(link, Path.of("../outside"));
            while (!stop.get()) {
                Files.move(flip, aside, StandardCopyOption.ATOMIC_MOVE);
                Files.move(link, flip, StandardCopyOption.ATOMIC_MOVE);
                flips.incrementAndGet();
                Files.move(flip, link, StandardCopyOption.ATOMIC_MOVE);
                Files.move(aside, flip, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
