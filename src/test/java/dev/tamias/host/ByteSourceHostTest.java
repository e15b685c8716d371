package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.engine.Engine;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import dev.tamias.model.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSourceHostTest {

    private final Engine engine =
            Engine.builder().limits(Limits.defaults().withCallTime(Duration.ofSeconds(3))).build();
    private final HostedPlugins plugins = new HostedPlugins(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private <T> T with(PluginSetup setup, Function<ByteSourceHost, T> work) {
        return engine.executor()
                .run(
                        () -> {
                            try (ByteSourceHost host = ByteSourceHost.open(setup)) {
                                return work.apply(host);
                            }
                        });
    }

    private List<Integer> lengths(String fault) {
        return with(
                plugins.source(fault),
                host ->
                        List.of(
                                host.read(10).length,
                                host.read(10).length,
                                host.read(2_000).length,
                                host.read(10).length));
    }

    @Test
    void a_read_gives_what_the_plugin_gives_long_short_or_nothing() {
        assertThat(lengths("none")).containsExactly(10, 10, 980, 0);
        assertThat(lengths("long")).containsExactly(17, 17, 966, 0);
        assertThat(lengths("short")).containsExactly(3, 3, 3, 3);
        assertThat(lengths("halting")).containsExactly(0, 5, 0, 5);
        assertThat(lengths("empty")).containsExactly(0, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, IO, input or output error",
        "1, UNSUPPORTED, unsupported error",
        "2, OTHER, other error"
    })
    void an_error_of_the_source_is_told_apart_and_may_pass(
            String fault, SourceException.Kind kind, String said) {
        PluginSetup setup = plugins.source(fault);

        SourceException failure =
                with(
                        setup,
                        host -> {
                            assertThatThrownBy(() -> host.read(10))
                                    .isInstanceOf(SourceException.class);
                            return catchThrowableOfType(SourceException.class, () -> host.read(10));
                        });

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageContaining(
                        "Byte source \"faulty-source\" failed to read from byte 0 on ("
                                + said
                                + "): told by the source. It had logged last: \"reading\".");
    }

    @Test
    void after_a_trap_the_instance_is_refused_and_a_new_one_reads() {
        PluginSetup trapping = plugins.source("trap");

        Throwable second =
                with(
                        trapping,
                        host -> {
                            assertThatThrownBy(() -> host.read(10)).isInstanceOf(Trap.class);
                            return catchThrowableOfType(
                                    RuntimeException.class, () -> host.read(10));
                        });

        assertThat(second)
                .hasMessageContaining("\"faulty-source\" is not asked for more reading")
                .hasCauseInstanceOf(Trap.class);
        assertThat(lengths("none")).startsWith(10);
    }

    @Test
    void a_read_that_never_returns_is_ended_by_its_deadline() {
        PluginSetup setup = plugins.source("forever");

        assertThatThrownBy(() -> with(setup, host -> host.read(10)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("was stopped while reading from byte 0 on")
                .hasMessageContaining("ran longer than 3000 ms");
        assertThat(lengths("none")).startsWith(10);
    }

    @Test
    void entries_of_the_log_tell_how_far_the_source_had_read() {
        PluginSetup setup = plugins.source("long");

        with(setup, host -> host.read(10).length + host.read(10).length);

        assertThat(setup.log().entries())
                .extracting(RunLog.Entry::offset)
                .containsExactly(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(17));
    }
}
