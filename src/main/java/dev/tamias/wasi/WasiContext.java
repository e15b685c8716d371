package dev.tamias.wasi;

import dev.tamias.engine.GuestExecutor;
import dev.tamias.model.Limits;
import dev.tamias.wasi.sockets.NetworkGrant;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a guest is given of the world. Without anything said that is: no environment, no arguments, an
 * empty stdin, stdout and stderr that nobody reads, no files, no network, clocks that stand at the epoch, and
 * random bytes. It is immutable and may serve any number of instances; each has its own {@link
 * WasiState}.
 */
public final class WasiContext {

    private final Map<String, String> environment;
    private final List<String> arguments;
    private final Optional<String> workingDirectory;
    private final Function<GuestExecutor, GuestInput.Origin> stdin;
    private final Consumer<byte[]> stdout;
    private final Consumer<byte[]> stderr;
    private final List<Preopen> preopens;
    private final Supplier<WasiClock> clock;
    private final Supplier<RandomGenerator> random;
    private final Consumer<String> onLimit;
    private final Runnable onEnvironment;
    private final NetworkGrant network;
    private final Limits limits;

    private WasiContext(Builder builder) {
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        this.arguments = List.copyOf(builder.arguments);
        this.workingDirectory = builder.workingDirectory;
        this.stdin = builder.stdin;
        this.stdout = builder.stdout;
        this.stderr = builder.stderr;
        this.preopens = List.copyOf(builder.preopens);
        this.clock = builder.clock;
        this.random = builder.random;
        this.onLimit = builder.onLimit;
        this.onEnvironment = builder.onEnvironment;
        this.network = builder.network;
        this.limits = builder.limits;
    }

    /** A context of nothing, to add to. */
    public static Builder builder() {
        return new Builder();
    }

    Map<String, String> environment() {
        return environment;
    }

    List<String> arguments() {
        return arguments;
    }

    Optional<String> workingDirectory() {
        return workingDirectory;
    }

    /** What an instance reads, whose blocking reads are left to an executor. */
    Function<GuestExecutor, GuestInput.Origin> stdin() {
        return stdin;
    }

    Consumer<byte[]> stdout() {
        return stdout;
    }

    Consumer<byte[]> stderr() {
        return stderr;
    }

    List<Preopen> preopens() {
        return preopens;
    }

    Supplier<WasiClock> clock() {
        return clock;
    }

    Supplier<RandomGenerator> random() {
        return random;
    }

    Consumer<String> onLimit() {
        return onLimit;
    }

    Runnable onEnvironment() {
        return onEnvironment;
    }

    NetworkGrant network() {
        return network;
    }

    Limits limits() {
        return limits;
    }

    /** Says what is given. */
    public static final class Builder {

        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<String> arguments = new ArrayList<>();
        private final List<Preopen> preopens = new ArrayList<>();
        private Optional<String> workingDirectory = Optional.empty();
        private Function<GuestExecutor, GuestInput.Origin> stdin =
                executor -> GuestInput.origin(InputStream.nullInputStream());
        private Consumer<byte[]> stdout = bytes -> {};
        private Consumer<byte[]> stderr = bytes -> {};
        private Supplier<WasiClock> clock = () -> WasiClock.fixed(Instant.EPOCH);
        private Supplier<RandomGenerator> random = SecureRandom::new;
        private Consumer<String> onLimit = text -> {};
        private Runnable onEnvironment = () -> {};
        private NetworkGrant network = NetworkGrant.NONE;
        private Limits limits = Limits.defaults();

        private Builder() {}

        /** Adds an environment variable. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Adds an argument of the command line. */
        public Builder argument(String argument) {
            arguments.add(argument);
            return this;
        }

        /**
         * Tells the guest that it begins in this directory, a path of the guest's own (wasi:cli/environment,
         * {@code initial-cwd}); it grants nothing.
         */
        public Builder workingDirectory(String guestPath) {
            workingDirectory = Optional.of(guestPath);
            return this;
        }

        /** Gives each instance these bytes to read from stdin. */
        public Builder stdin(byte[] bytes) {
            byte[] own = bytes.clone();
            stdin = executor -> GuestInput.origin(new ByteArrayInputStream(own));
            return this;
        }

        /**
         * Gives stdin; the stream stays open, and instances of contexts that this builder makes take from
         * each other. A read that waits does so on a thread of the engine's, so that a guest that waits
         * for it can be stopped; what it gives later is there for the next instance.
         */
        public Builder stdin(InputStream stream) {
            StdinReader reader = new StdinReader(stream);
            stdin = reader::origin;
            return this;
        }

        /**
         * Gives stdout to {@code consumer}, called on the guest's thread with at most {@link
         * Limits#messageBytes()} at a time; beyond {@link Limits#outputBytes()} of stdout and stderr
         * together one note says that the rest is suppressed. The bytes are the guest's: a terminal
         * must not be handed them as they are.
         */
        public Builder stdout(Consumer<byte[]> consumer) {
            stdout = consumer;
            return this;
        }

        /** Gives stderr to {@code consumer}, as {@link #stdout}. */
        public Builder stderr(Consumer<byte[]> consumer) {
            stderr = consumer;
            return this;
        }

        /** Grants a directory or file. */
        public Builder preopen(Preopen preopen) {
            preopens.add(preopen);
            return this;
        }

        /** Gives the clocks of the machine. */
        public Builder systemClocks() {
            clock = WasiClock::system;
            return this;
        }

        /** Gives clocks that start at {@code instant} and move by the guest's own sleeping alone. */
        public Builder fixedClocks(Instant instant) {
            clock = () -> WasiClock.fixed(instant);
            return this;
        }

        /** Makes random bytes the same for every instance, for tests: they can be foreseen. */
        public Builder seededRandom(long seed) {
            random = () -> new SplittableRandom(seed);
            return this;
        }

        /**
         * Tells {@code consumer}, on the guest's thread, of a limit that the guest meets and may go on:
         * the quota of a preopen, once, whose error tells the guest no more than that there is one.
         */
        public Builder onLimit(Consumer<String> consumer) {
            onLimit = consumer;
            return this;
        }

        /** Runs {@code action}, on the guest's thread, when the guest asks for its environment. */
        public Builder onEnvironment(Runnable action) {
            onEnvironment = action;
            return this;
        }

        /** Grants addresses and names of the network; without it each operation is refused. */
        public Builder network(NetworkGrant grant) {
            network = grant;
            return this;
        }

        /** Sets the limits. */
        public Builder limits(Limits given) {
            limits = given;
            return this;
        }

        /** The context. */
        public WasiContext build() {
            return new WasiContext(this);
        }
    }
}
