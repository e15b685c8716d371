package dev.tamias.component.property;

import dev.tamias.component.Instance;
import dev.tamias.component.InstancePre;
import dev.tamias.component.abi.Val;
import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.Engine;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What a guest gives that breaks the rules is a trap, or a value like any other: the same for the host
 * and for another guest.
 */
class SpoiledValuesTest {

    private static final int COMPONENTS = 4;
    private static final int FUNCS = 20;
    private static final int ROUNDS = 30;

    /** Beyond this a guest's memory might have to grow before the value is lifted. */
    private static final int LARGEST = 100_000;

    private static final Engine ENGINE = Engine.builder().compiling(false).build();

    private int traps;
    private int values;

    /** What a call gave: a value, or a trap. */
    private record Outcome(@Nullable Val value, @Nullable RuntimeException trap) {

        boolean like(Outcome other) {
            return (trap == null) == (other.trap == null) && Objects.equals(value, other.value);
        }

        @Override
        public String toString() {
            return trap == null ? String.valueOf(value) : trap.getMessage();
        }
    }

    /** An instance that is made anew after each trap. */
    private static final class Guest {

        private final InstancePre pre;
        private Instance instance;

        Guest(InstancePre pre) {
            this.pre = pre;
            this.instance = pre.instantiate();
        }

        /** @param part of a component that holds two instances, null for the only one */
        @Nullable Val call(@Nullable String part, String name, Val... arguments) {
            if (instance.isPoisoned()) {
                instance = pre.instantiate();
            }
            Instance called = part == null ? instance : instance.instance(part).orElseThrow();
            return called.func(name).orElseThrow().call(arguments);
        }

        Outcome outcome(@Nullable String part, String name) {
            try {
                return new Outcome(call(part, name), null);
            } catch (Trap | LimitExceeded trap) {
                if (String.valueOf(trap.getMessage()).contains("the core engine failed")) {
                    throw trap;
                }
                return new Outcome(null, trap);
            }
        }

        byte[] peek() {
            return ((Val.Bytes) Objects.requireNonNull(call(null, "peek"))).value();
        }
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void spoiled_results_trap_or_are_values_for_the_host_and_guests_alike() {
        Seed.of(20_261_124).run(random -> each(random, SpoiledValuesTest::results));
    }

    @Test
    void spoiled_parameters_trap_or_are_values_for_the_host_and_guests_alike() {
        Seed.of(20_261_125).run(random -> each(random, SpoiledValuesTest::parameters));
    }

    @FunctionalInterface
    private interface Trial {
        void run(SpoiledValuesTest test, EchoGuests guests, Random random);
    }

    private void each(Random random, Trial trial) {
        for (int i = 0; i < Seed.times(COMPONENTS); i++) {
            RandomTypes types = new RandomTypes(random, null);
            EchoGuests guests = new EchoGuests(ENGINE, EchoGuests.funcs(types, FUNCS));
            trial.run(this, guests, random);
        }
        System.out.println(traps + " traps, " + values + " values");
    }

    private static StringEncoding encoding(Random random) {
        return StringEncoding.values()[random.nextInt(StringEncoding.values().length)];
    }

    private void results(EchoGuests guests, Random random) {
        StringEncoding encoding = encoding(random);
        Guest giving = new Guest(guests.echoing(encoding));
        Guest asking = new Guest(guests.asking(encoding(random), encoding));
        for (EchoFunc func : guests.funcs()) {
            if (!func.isTimeless() || func.echoed().isEmpty()) {
                continue;
            }
            for (byte[] image : images(giving, func, HeapModule.RESULT_SLOT, 1, random)) {
                Val held = Val.bytes(image);
                giving.call(null, "hold", held);
                asking.call("b", "hold", held);
                Outcome given = giving.outcome(null, func.give());
                requireAlike(func, given, asking.outcome("a", func.give()));
                requireRoundTrip(giving, func, given);
            }
        }
    }

    private void parameters(EchoGuests guests, Random random) {
        StringEncoding encoding = encoding(random);
        Guest toHost = new Guest(guests.askingHost(encoding));
        Guest toGuest = new Guest(guests.asking(encoding, encoding(random)));
        for (EchoFunc func : guests.funcs()) {
            if (!func.isTimeless() || func.echoed().isEmpty()) {
                continue;
            }
            for (byte[] image : images(toHost, func, 0, func.coreParams().size(), random)) {
                Val held = Val.bytes(image);
                toHost.call(null, "hold", held);
                toGuest.call("a", "hold", held);
                Outcome sent = toHost.outcome(null, func.send());
                requireAlike(func, sent, toGuest.outcome("a", func.send()));
                requireRoundTrip(toHost, func, sent);
            }
        }
    }

    /** What is in a guest's memory when it has handed back a value, spoiled in many ways. */
    private static Iterable<byte[]> images(
            Guest guest, EchoFunc func, int slot, int slots, Random random) {
        guest.call(null, "hold", Val.bytes());
        Val[] arguments =
                EchoGuests.arguments(func, new RandomVals(random, null)).toArray(new Val[0]);
        guest.call(null, func.echo(), arguments);
        byte[] image = guest.peek();
        ImageMutations mutations = new ImageMutations(random);
        int rounds = image.length > LARGEST ? 0 : ROUNDS;
        return () ->
                Stream.generate(() -> mutations.mutated(image, slot, slots))
                        .limit(rounds)
                        .iterator();
    }

    private void requireAlike(EchoFunc func, Outcome host, Outcome guest) {
        boolean limited =
                host.trap() instanceof LimitExceeded || guest.trap() instanceof LimitExceeded;
        if (!limited && !host.like(guest)) {
            throw new AssertionError(
                    func.params() + ": the host is given " + host + "\nand a guest " + guest);
        }
        if (host.trap() == null) {
            values++;
        } else {
            traps++;
        }
    }

    /** What was lifted is of its type, and can be handed on. */
    private static void requireRoundTrip(Guest guest, EchoFunc func, Outcome outcome) {
        if (outcome.value() != null) {
            guest.call(null, "hold", Val.bytes());
            Val[] arguments =
                    outcome.value() instanceof Val.Tuple tuple && func.echoed().size() > 1
                            ? tuple.elements().toArray(new Val[0])
                            : new Val[] {outcome.value()};
            Val again = guest.call(null, func.echo(), arguments);
            if (!outcome.value().equals(again)) {
                throw new AssertionError(outcome.value() + " came back as " + again);
            }
        }
    }
}
