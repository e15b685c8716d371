package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Interrupted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A test's reading of a byte source that blocks. */
final class Reading {

    /** Long enough for any machine; only a hang takes longer. */
    static final long BOUND_SECONDS = 30;

    private static final int SLICE = 64 << 10;

    private Reading() {}

    /** Everything until the end, as text. */
    static String toEnd(ByteSource source) {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        while (!source.ended()) {
            source.load(SLICE);
            take(source, seen);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    /** The next {@code count} bytes and what came with them, as text. */
    static String atLeast(ByteSource source, int count) {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        while (seen.size() < count) {
            assertThat(source.load(SLICE)).isPositive();
            take(source, seen);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    private static void take(ByteSource source, ByteArrayOutputStream seen) {
        assertThat(source.framed()).isTrue();
        seen.write(source.slice(), source.sliceStart(), source.length());
        source.consume(source.length());
    }

    /** Has a thread blocked in {@code work}, interrupts it, and returns when it has ended rightly. */
    static void interrupt(Runnable work) throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                assertThatThrownBy(work::run).isInstanceOf(Interrupted.class);
                                flag.complete(Thread.currentThread().isInterrupted());
                            } catch (AssertionError e) {
                                flag.completeExceptionally(e);
                            }
                        });
        thread.start();
        awaitBlocked(thread);
        thread.interrupt();
        assertThat(flag.get(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    static void awaitBlocked(Thread thread) throws Exception {
        await(
                () ->
                        thread.getState() == Thread.State.WAITING
                                || thread.getState() == Thread.State.TIMED_WAITING
                                || !thread.isAlive());
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Waits until the source with this name has no thread any more. */
    static void awaitNoThread(String name) throws InterruptedException {
        await(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .noneMatch(
                                        each ->
                                                each.startsWith("tamias-source")
                                                        && each.endsWith(" " + name)));
    }
}
