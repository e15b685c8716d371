package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.Rule;
import dev.tamias.wasi.sockets.Awaitable;
import java.util.ArrayList;
import java.util.List;

/** wasi:io/poll: waiting, which an interrupt ends. */
final class PollHost {

    private final WasiState state;

    PollHost(WasiState state) {
        this.state = state;
    }

    static void add(Linker linker, WasiState state) {
        PollHost host = new PollHost(state);
        new HostInterface(linker, state, "wasi:io/poll")
                .resource(state.pollables)
                .func(
                        "[method]pollable.ready",
                        in -> new Val.Bool(host.self(in).isReady(state.clock())))
                .func(
                        "[method]pollable.block",
                        in -> {
                            host.poll(List.of(host.self(in)));
                            return null;
                        })
                .func("poll", in -> host.poll(host.pollables(in.list(0))));
    }

    private Pollable self(Arguments in) {
        return state.pollables.get(in.resource(0));
    }

    private List<Pollable> pollables(List<Val> handles) {
        List<Pollable> pollables = new ArrayList<>(handles.size());
        for (Val each : handles) {
            pollables.add(self(new Arguments(List.of(each))));
        }
        return pollables;
    }

    /** Waits for a socket alone. */
    void poll(Awaitable socket) {
        poll(List.of(Pollable.of(socket)));
    }

    /** Waits for the first of them; gives the numbers of those that are ready then. */
    Val poll(List<Pollable> pollables) {
        Rule.trapIf(pollables.isEmpty(), "poll was called with nothing to wait for");
        while (true) {
            List<Val> ready = ready(pollables);
            if (!ready.isEmpty()) {
                return new Val.ListOf(ready);
            }
            long first = -1;
            for (Pollable each : pollables) {
                first = Long.compareUnsigned(each.instant(), first) < 0 ? each.instant() : first;
            }
            waitFor(sockets(pollables), first);
        }
    }

    private static List<Awaitable> sockets(List<Pollable> pollables) {
        List<Awaitable> sockets = new ArrayList<>();
        for (Pollable each : pollables) {
            if (each.socket() != null) {
                sockets.add(each.socket());
            }
        }
        return sockets;
    }

    private List<Val> ready(List<Pollable> pollables) {
        List<Val> ready = new ArrayList<>();
        for (int i = 0; i < pollables.size(); i++) {
            if (pollables.get(i).isReady(state.clock())) {
                ready.add(new Val.U32(i));
            }
        }
        return ready;
    }

    /** Waits for a socket that is ready, or until {@code instant}. */
    private void waitFor(List<Awaitable> sockets, long instant) {
        WasiClock clock = state.clock();
        try {
            if (sockets.isEmpty() && !state.network().hasUnsent()) {
                clock.sleepUntil(instant);
                return;
            }
            long remaining = clock.remaining(instant);
            state.network().await(sockets, remaining);
            // A clock that stands still is set forward once nothing is ready now.
            if (remaining == 0 && sockets.stream().noneMatch(Awaitable::isReady)) {
                clock.sleepUntil(instant);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted("the guest was waiting when it was interrupted", e);
        }
    }
}
