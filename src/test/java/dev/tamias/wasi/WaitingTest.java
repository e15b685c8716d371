package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clocks, waiting for them, and randomness. */
class WaitingTest {

    private static final long YEAR = Duration.ofDays(365).toNanos();

    @Test
    void tells_which_of_several_instants_have_come() {
        try (WasiState state = new WasiState(WasiContext.builder().build())) {
            PollHost poll = new PollHost(state);
            List<Pollable> pollables =
                    List.of(new Pollable(YEAR), Pollable.READY, new Pollable(-1), Pollable.READY);
            assertThat(poll.poll(pollables))
                    .isEqualTo(new Val.ListOf(List.of(new Val.U32(1), new Val.U32(3))));
        }
    }

    @Test
    @Timeout(10)
    void sleeping_moves_fixed_clocks_to_the_first_instant_at_once() {
        Instant start = Instant.parse("2024-02-29T12:00:00Z");
        try (WasiState state = new WasiState(WasiContext.builder().fixedClocks(start).build())) {
            assertThat(state.clock().wall()).isEqualTo(start);
            List<Pollable> pollables =
                    List.of(new Pollable(2 * YEAR), new Pollable(YEAR), new Pollable(-1));
            assertThat(new PollHost(state).poll(pollables))
                    .isEqualTo(new Val.ListOf(List.of(new Val.U32(1))));
            assertThat(state.clock().wall()).isEqualTo(start.plusNanos(YEAR));
        }
    }

    @Test
    @Timeout(10)
    void waits_by_the_clock_of_the_machine() {
        try (WasiState state = new WasiState(WasiContext.builder().systemClocks().build())) {
            long start = System.nanoTime();
            new PollHost(state).poll(List.of(new Pollable(state.clock().monotonic() + 20_000_000)));
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
            assertThat(state.clock().wall()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        }
    }

    @Test
    @Timeout(10)
    void an_interrupt_ends_waiting() {
        for (WasiContext context :
                List.of(
                        WasiContext.builder().systemClocks().build(),
                        WasiContext.builder().build())) {
            try (WasiState state = new WasiState(context)) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> new PollHost(state).poll(List.of(new Pollable(-1))))
                        .isInstanceOf(Interrupted.class);
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void waiting_for_nothing_traps() {
        try (WasiState state = new WasiState(WasiContext.builder().build())) {
            assertThatThrownBy(() -> new PollHost(state).poll(List.of())).isInstanceOf(Trap.class);
        }
    }

    @Test
    void random_bytes_are_limited_for_one_call() {
        SplittableRandom random = new SplittableRandom(1);
        Val.Bytes bytes = (Val.Bytes) RandomHost.bytes(random, 100, 100);
        assertThat(bytes.value()).hasSize(100).isNotEqualTo(new byte[100]);
        for (long length : new long[] {101, 1L << 32, -1}) {
            assertThatThrownBy(() -> RandomHost.bytes(random, length, 100))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("random");
        }
    }

    @Test
    void random_bytes_differ_between_instances_unless_they_are_seeded() {
        assertThat(random(WasiContext.builder().build()))
                .isNotEqualTo(random(WasiContext.builder().build()));
        assertThat(random(WasiContext.builder().seededRandom(7).build()))
                .isEqualTo(random(WasiContext.builder().seededRandom(7).build()));
    }

    private static long random(WasiContext context) {
        try (WasiState state = new WasiState(context)) {
            return state.random().nextLong();
        }
    }
}
