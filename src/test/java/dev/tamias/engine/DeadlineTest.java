package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DeadlineTest {

    private static final CoreBinary ENDLESS =
            new ModuleBuilder()
                    .type(List.of(), List.of())
                    .func(0, 0, ModuleBuilder.endlessLoop())
                    .export("run", ModuleBuilder.FUNC, 0)
                    .build();

    private static CoreFunc endless(Engine engine) {
        CoreInstance instance =
                engine.compile(ENDLESS, TypeSpace.of(List.of(ENDLESS)))
                        .instantiate(
                                (module, name) -> {
                                    throw new AssertionError();
                                },
                                Limits.defaults());
        return (CoreFunc) instance.exports().get("run");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stops_an_endless_loop_and_leaves_no_flag(boolean compiling) {
        try (Engine engine = Engine.builder().compiling(compiling).build()) {
            CoreFunc run = endless(engine);
            RuntimeException thrown = null;
            try (Deadline deadline = engine.executor().deadline(Duration.ofMillis(50))) {
                try {
                    run.call();
                } catch (Interrupted stopped) {
                    thrown = deadline.explain(stopped, "the loop");
                }
            }
            assertThat(Thread.interrupted()).isFalse();
            assertThat(thrown)
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("the loop ran longer than 50 ms");
        }
    }

    /** Compiling what a guest calls first may take longer than the guest may. */
    @Test
    void what_is_untimed_moves_the_deadline_and_does_not_end_it() {
        try (Engine engine = Engine.builder().build();
                Deadline outer = engine.executor().deadline(Duration.ofMillis(100));
                Deadline inner = engine.executor().deadline(Duration.ofMillis(50))) {
            CoreFunc run = endless(engine);
            CountDownLatch late = new CountDownLatch(1);
            boolean interrupted =
                    Deadline.untimed(
                            () -> {
                                try {
                                    return late.await(400, TimeUnit.MILLISECONDS);
                                } catch (InterruptedException e) {
                                    return true;
                                }
                            });
            assertThat(interrupted).isFalse();
            assertThatThrownBy(run::call).isInstanceOf(Interrupted.class);
            assertThat(inner.explain(new Interrupted("", null), "it"))
                    .isInstanceOf(LimitExceeded.class);
            assertThat(outer).isNotNull();
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_deadline_that_is_closed_early_leaves_nothing_behind() {
        try (Engine engine = Engine.builder().build()) {
            for (int i = 0; i < 1_000; i++) {
                engine.executor().deadline(Duration.ofHours(1)).close();
            }
            assertThat(engine.executor().deadlines()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_interrupt_from_outside_stops_an_endless_loop(boolean compiling) {
        try (Engine engine = Engine.builder().compiling(compiling).build()) {
            CoreFunc run = endless(engine);
            Thread caller = Thread.currentThread();
            Thread other = new Thread(() -> interruptSoon(caller));
            other.start();
            assertThatThrownBy(() -> engine.executor().run(run::call))
                    .isInstanceOf(Interrupted.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void interruptSoon(Thread caller) {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        caller.interrupt();
    }

    @Test
    void interrupts_nothing_once_it_is_closed() throws InterruptedException {
        try (Engine engine = Engine.builder().build()) {
            engine.executor().deadline(Duration.ofMillis(20)).close();
            Thread.sleep(100);
            assertThat(Thread.interrupted()).isFalse();
        }
    }
}
