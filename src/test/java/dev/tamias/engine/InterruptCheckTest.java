package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests whose code HotSpot has compiled without a look at the flag are stopped nevertheless. */
@Timeout(60)
class InterruptCheckTest {

    private static final int COUNT = 0x40;

    enum Endless {
        LOOP(ModuleBuilder.endlessLoop()),

        /** A turn adds one to a number in memory. */
        WORK(
                ModuleBuilder.code(
                        0x03, 0x40, 0x41, 0, 0x41, 0, 0x28, 2, 0, 0x41, 1, 0x6a, 0x36, 2, 0, 0x0c,
                        0, 0x0b)),

        /** Counts to 2^30 again and again: a loop whose end HotSpot knows. */
        COUNTED(
                ModuleBuilder.code(
                        0x03, 0x40, 0x03, 0x40, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41, 0x80, 0x80,
                        0x80, 0x80, 4, 0x47, 0x0d, 0, 0x0b, 0x0c, 0, 0x0b)),

        /** A function that calls itself twice, with one less: no loop, and 2^64 calls. */
        CALLS(
                ModuleBuilder.code(
                        0x20, 0, 0x04, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x10, 0, 0x20, 0, 0x41, 1,
                        0x6b, 0x10, 0, 0x0b)),

        /** The same through a table. */
        INDIRECT_CALLS(
                ModuleBuilder.code(
                        0x20, 0, 0x04, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x41, 0, 0x11, 0, 0, 0x20, 0,
                        0x41, 1, 0x6b, 0x41, 0, 0x11, 0, 0, 0x0b));

        private final byte[] code;

        Endless(byte[] code) {
            this.code = code;
        }

        CoreFunc in(Engine engine) {
            CoreBinary module =
                    new ModuleBuilder()
                            .type(List.of(CoreValType.I32), List.of())
                            .func(0, 0, code)
                            .table(1)
                            .memory(1)
                            .export("run", ModuleBuilder.FUNC, 0)
                            .element(0, 0)
                            .build();
            CoreInstance instance =
                    engine.compile(module, TypeSpace.of(List.of(module)))
                            .instantiate(
                                    (name, item) -> {
                                        throw new AssertionError();
                                    },
                                    Limits.defaults());
            return (CoreFunc) instance.exports().get("run");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_has_run_for_long_is_stopped(Endless endless) throws Exception {
        try (Engine engine = Engine.builder().build()) {
            CoreFunc run = endless.in(engine);
            // The second begins in code that has been stopped once.
            assertThat(stopped(run)).isInstanceOf(Interrupted.class);
            assertThat(stopped(run)).isInstanceOf(Interrupted.class);
        }
    }

    /** What a call of a thread that nobody else knows throws when it is interrupted. */
    private static Throwable stopped(CoreFunc run) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                run.call(COUNT);
                                thrown.complete(new AssertionError("it came to an end"));
                            } catch (Throwable e) {
                                thrown.complete(
                                        Thread.currentThread().isInterrupted()
                                                ? e
                                                : new AssertionError("the flag is gone", e));
                            }
                        });
        thread.start();
        // Time for HotSpot's second compiler.
        thread.join(1_000);
        thread.interrupt();
        return thrown.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_thread_that_is_interrupted_calls_nothing() {
        try (Engine engine = Engine.builder().build()) {
            CoreFunc run = Endless.CALLS.in(engine);
            run.call(0);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> run.call(0)).isInstanceOf(Interrupted.class);
            assertThat(Thread.interrupted()).isTrue();
            run.call(0);
        }
    }

    /** The thread that looks is the only one that can have guests stopped. */
    @Test
    void the_watch_goes_on_without_memory_and_when_it_is_interrupted() throws Exception {
        assertThatCode(
                        () ->
                                new InterruptWatch(
                                                () -> {
                                                    throw new OutOfMemoryError("for this test");
                                                })
                                        .look())
                .doesNotThrowAnyException();
        try (Engine engine = Engine.builder().build()) {
            CoreFunc run = Endless.LOOP.in(engine);
            Thread.getAllStackTraces().keySet().stream()
                    .filter(each -> each.getName().equals("tamias-interrupts"))
                    .forEach(Thread::interrupt);
            assertThat(stopped(run)).isInstanceOf(Interrupted.class);
        }
    }

    @Test
    void guests_ask_for_a_second_after_an_interrupt_and_for_ever_after_many() {
        InterruptWatch watch = new InterruptWatch(() -> false);
        assertThat(watch.look(false)).isFalse();
        for (int i = 0; i < 16; i++) {
            assertThat(watch.look(true)).isTrue();
            for (int quiet = 0; quiet < 49; quiet++) {
                assertThat(watch.look(false)).isTrue();
            }
            assertThat(watch.look(false)).isFalse();
        }
        watch.look(true);
        for (int quiet = 0; quiet < 100; quiet++) {
            assertThat(watch.look(false)).isTrue();
        }
    }
}
