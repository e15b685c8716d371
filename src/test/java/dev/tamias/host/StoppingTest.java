package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.model.Limits;
import dev.tamias.model.PluginType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that would never return. No time is measured; a test that hangs is ended. */
@Timeout(120)
class StoppingTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private static Engine engine(Duration callTime) {
        return Engine.builder()
                .limits(Limits.defaults().withCallTime(callTime).withOutputBytes(2_000))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "fill", "log-forever", "sleep"})
    void a_parser_is_ended_by_its_deadline_and_the_thread_is_usable_again(String fault) {
        try (Engine engine = engine(SHORT)) {
            HostedPlugins plugins = new HostedPlugins(engine);
            PluginSetup endless = plugins.faulty(fault);
            PluginSetup good = plugins.faulty("none");

            var rows =
                    engine.executor()
                            .run(
                                    () -> {
                                        assertThatThrownBy(() -> plugins.parse(endless))
                                                .isInstanceOf(LimitExceeded.class)
                                                .hasMessageContaining(
                                                        "\"faulty\" was stopped while parsing")
                                                .hasMessageContaining("ran longer than 2000 ms");
                                        assertThat(Thread.currentThread().isInterrupted())
                                                .isFalse();
                                        return plugins.parse(good);
                                    });

            assertThat(rows).containsExactly("[one]", "[two]");
            assertThat(endless.log().entries()).anyMatch(entry -> entry.kind() == RunLog.Kind.TRAP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "fill", "log-forever", "sleep"})
    void a_parser_is_ended_by_an_interrupt_and_the_next_one_works(String fault) throws Exception {
        try (Engine engine = engine(Duration.ofMinutes(10))) {
            HostedPlugins plugins = new HostedPlugins(engine);
            PluginSetup endless = plugins.faulty(fault);

            assertThat(interrupted(engine, endless)).isInstanceOf(Interrupted.class);

            assertThat(plugins.parse(plugins.faulty("none"))).containsExactly("[one]", "[two]");
        }
    }

    /** What a call of {@code endless} throws when its thread is interrupted in the middle of it. */
    private static Throwable interrupted(Engine engine, PluginSetup endless) throws Exception {
        CountDownLatch parsing = new CountDownLatch(1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller =
                new Thread(
                        () ->
                                engine.executor()
                                        .run(() -> thrown.complete(failure(endless, parsing))));
        caller.setUncaughtExceptionHandler((thread, failure) -> {});
        caller.start();
        parsing.await();
        // Long enough for the call to have begun as a rule; the outcome is the same where it has
        // not.
        Thread.sleep(50);
        caller.interrupt();
        return thrown.get(60, TimeUnit.SECONDS);
    }

    private static Throwable failure(PluginSetup endless, CountDownLatch parsing) {
        try (ParserHost host = ParserHost.open(endless)) {
            parsing.countDown();
            HostedPlugins.parse(host, HostedPlugins.LINES);
            return new AssertionError("the plugin returned");
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void a_plugin_that_loops_before_init_is_ended_too() {
        try (Engine engine = engine(SHORT)) {
            assertThatThrownBy(() -> new HostedPlugins(engine).info("scan-loop", PluginType.PARSER))
                    .hasMessageContaining("\"scan-loop\" was stopped while telling what it is");
        }
    }
}
