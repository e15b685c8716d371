package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that wait: asleep, for standard input, for either. How fast they are stopped is printed; the
 * bound is there to end a hang.
 */
@Timeout(120)
class BlockedGuestTest {

    private static final int TIMES = 20;
    private static final Duration WAITING = Duration.ofMillis(30);
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final Engine engine = Engine.builder().compiling(false).build();
    private final Console console = new Console();

    /** One for all programs of a test, which take from one another what was typed. */
    private final WasiContext.Builder context = WasiContext.builder().systemClocks().stdin(console);

    /** An input that nobody can interrupt, as that of a terminal. */
    private static final class Console extends InputStream {

        private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();

        void type(String text) {
            typed.add(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            while (true) {
                try {
                    byte[] next = typed.take();
                    System.arraycopy(next, 0, bytes, offset, next.length);
                    return next.length == 0 ? -1 : next.length;
                } catch (InterruptedException e) {
                    // As a read of the system's, it goes on.
                }
            }
        }
    }

    @BeforeEach
    void warm() throws IOException {
        assertThat(run("nothing")).isEqualTo(new Guest.Ended(0, ""));
    }

    @AfterEach
    void close() {
        console.type("");
        engine.close();
    }

    private Guest.Ended run(String how) throws IOException {
        return Guest.run(engine, "waiting.wasm", context, how);
    }

    /** The engine goes on: what was typed while nobody read is there for the next program. */
    private void control() throws IOException {
        console.type("one\n");
        console.type("");
        assertThat(run("lines")).isEqualTo(new Guest.Ended(0, "got one\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "poll", "read"})
    void an_interrupt_ends_a_program_that_waits(String how) throws Exception {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread caller = new Thread(() -> ended.complete(failure(how)));
            caller.start();
            Thread.sleep(WAITING.toMillis());
            long begin = System.nanoTime();
            caller.interrupt();
            assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(Interrupted.class);
            nanos[i] = System.nanoTime() - begin;
            caller.join();
        }
        report(how + ", interrupted", nanos);
        control();
    }

    private Throwable failure(String how) {
        try {
            engine.executor().run(() -> run(how));
            return new AssertionError("the program ended");
        } catch (RuntimeException e) {
            return e;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "poll", "read"})
    void a_deadline_ends_a_program_that_waits(String how) throws Exception {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            nanos[i] = engine.executor().run(() -> pastDeadline(how));
        }
        report(how + ", deadline", nanos);
        control();
    }

    private long pastDeadline(String how) throws IOException {
        try (Guest guest = Guest.of(engine, "waiting.wasm", context.argument(how).build());
                Deadline deadline = engine.executor().deadline(WAITING)) {
            long begin = System.nanoTime();
            try {
                guest.exitCode();
            } catch (Interrupted e) {
                assertThat(deadline.explain(e, "it")).isInstanceOf(LimitExceeded.class);
            }
            return System.nanoTime() - begin - WAITING.toNanos();
        }
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: stopped after %.1f ms (median), %.1f ms (p99 of %d)%n",
                what, nanos[TIMES / 2] / 1e6, nanos[TIMES - 1] / 1e6, TIMES);
        assertThat(nanos[TIMES - 1]).isLessThan(BOUND.toNanos());
    }

    @Test
    void a_poll_of_standard_input_ends_at_its_time_out() throws Exception {
        assertThat(run("timeout")).isEqualTo(new Guest.Ended(0, "0\n"));
        console.type("x\n");
        assertThat(run("timeout")).isEqualTo(new Guest.Ended(0, "1\n"));
        console.type("");
        assertThat(run("lines")).isEqualTo(new Guest.Ended(0, "got x\n"));
    }
}
