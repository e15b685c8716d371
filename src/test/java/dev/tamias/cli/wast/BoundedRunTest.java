package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BoundedRunTest {

    private static final Engine ENGINE = Engine.builder().build();
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static Object run(Duration time, Callable<Object> work) {
        return new BoundedRun(ENGINE.executor(), time).run(work, thrown -> thrown);
    }

    @Test
    void work_returns_its_value() {
        assertThat(run(LONG, () -> "done")).isEqualTo("done");
    }

    @Test
    void what_work_throws_is_handed_on_as_it_is() {
        Exception failure = new Exception("checked");

        assertThat(
                        run(
                                LONG,
                                () -> {
                                    throw failure;
                                }))
                .isSameAs(failure);
    }

    @Test
    void an_exhausted_stack_is_contained() {
        assertThat(run(LONG, () -> deep(0))).isInstanceOf(StackOverflowError.class);
    }

    private static long deep(long depth) {
        return deep(depth + 1) + 1;
    }

    @Test
    void an_exhausted_heap_is_contained() {
        assertThat(
                        run(
                                LONG,
                                () -> {
                                    throw new OutOfMemoryError("as the JVM throws it");
                                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void work_is_interrupted_when_its_time_is_over() {
        CountDownLatch never = new CountDownLatch(1);

        Object result =
                run(
                        SHORT,
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                throw new Interrupted("as a guest", e);
                            }
                            return "done";
                        });

        assertThat(result).isInstanceOf(LimitExceeded.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void work_that_goes_on_all_the_same_is_let_go() {
        CountDownLatch end = new CountDownLatch(1);

        Object result = run(SHORT, () -> deaf(end));

        assertThat(result).isInstanceOf(Hang.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(run(LONG, () -> "the next")).isEqualTo("the next");
        end.countDown();
    }

    private static Object deaf(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return "ended";
            } catch (InterruptedException e) {
                // That is what makes it deaf.
                continue;
            }
        }
    }
}
