package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import java.time.Instant;
import java.util.List;

/** wasi:clocks: the monotonic clock and the wall clock. */
final class ClocksHost {

    private ClocksHost() {}

    static void add(Linker linker, WasiState state) {
        WasiClock clock = state.clock();
        new HostInterface(linker, state, "wasi:clocks/monotonic-clock")
                .resource(state.pollables)
                .func("now", in -> new Val.U64(clock.monotonic()))
                .func("resolution", in -> new Val.U64(clock.resolution().toNanos()))
                .func("subscribe-instant", in -> state.pollables.own(new Pollable(in.u64(0))))
                .func(
                        "subscribe-duration",
                        in ->
                                state.pollables.own(
                                        new Pollable(after(clock.monotonic(), in.u64(0)))));
        new HostInterface(linker, state, "wasi:clocks/wall-clock")
                .func("now", in -> datetime(clock.wall()))
                .func("resolution", in -> datetime(Instant.EPOCH.plus(clock.resolution())));
    }

    /** Both unsigned; the end of time where the sum is beyond it. */
    private static long after(long now, long duration) {
        long sum = now + duration;
        return Long.compareUnsigned(sum, now) < 0 ? -1 : sum;
    }

    /** A {@code datetime}; it knows no time before 1970. */
    static Val datetime(Instant instant) {
        boolean isBefore = instant.getEpochSecond() < 0;
        return new Val.Record(
                List.of(
                        new Val.U64(isBefore ? 0 : instant.getEpochSecond()),
                        new Val.U32(isBefore ? 0 : instant.getNano())));
    }
}
