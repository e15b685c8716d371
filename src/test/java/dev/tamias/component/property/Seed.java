package dev.tamias.component.property;

import java.util.Random;

/**
 * The seed of random input. It is fixed, so that every run of the tests is the same; the system
 * property {@code tamias.seed} states another one, or {@code random} for a fresh one. A failure names
 * it.
 */
public record Seed(long value) {

    private static final String PROPERTY = "tamias.seed";

    /** What is done with the seed. */
    @FunctionalInterface
    public interface Work {
        void run(Random random) throws Exception;
    }

    /** The seed to use where the property states none. */
    public static Seed of(long fixed) {
        String stated = System.getProperty(PROPERTY, "");
        if (stated.isEmpty()) {
            return new Seed(fixed);
        }
        return new Seed(stated.equals("random") ? new Random().nextLong() : Long.parseLong(stated));
    }

    /** {@code usual}, or as many times that as the system property {@code tamias.rounds} says. */
    public static int times(int usual) {
        return usual * Integer.getInteger("tamias.rounds", 1);
    }

    /** Runs {@code work}; where it fails, the seed is told. */
    public void run(Work work) {
        try {
            work.run(new Random(value));
        } catch (Exception | Error failure) {
            throw new AssertionError("with " + this + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public String toString() {
        return "-D" + PROPERTY + "=" + value;
    }
}
