package dev.tamias.component.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.binary.ComponentDecoder;
import dev.tamias.component.binary.InvalidComponent;
import dev.tamias.component.binary.MalformedComponent;
import dev.tamias.component.property.SampleBinaries.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Damaged components are decoded or refused by the two documented exceptions, whatever the damage. How
 * long the slowest took is told, and asks for a look where it is a second.
 */
class MutatedComponentsTest {

    private static final int MUTANTS = 10_000;

    /** Larger ones are damaged less often: most of them is code. */
    private static final int LARGE = 50_000;

    private static final Duration HANG = Duration.ofMinutes(10);

    private volatile String current = "";
    private int refused;
    private long slowest;
    private String slowestTitle = "";

    @Test
    void damaged_components_are_refused_by_documented_exceptions_only() {
        Seed seed = Seed.of(20_261_126);
        Assertions.assertTimeoutPreemptively(
                HANG, () -> seed.run(this::decodeAll), () -> current + " hangs with " + seed);
        System.out.println(
                refused + " mutants are refused; " + slowest / 1_000_000 + " ms: " + slowestTitle);
    }

    private void decodeAll(Random random) {
        List<Sample> samples = SampleBinaries.all(random);
        List<SectionTree> trees =
                samples.stream().map(each -> SectionTree.of(each.bytes())).toList();
        ComponentMutations mutations = new ComponentMutations(random, trees);
        List<Integer> picks = picks(samples);
        int mutants = Seed.times(MUTANTS);
        for (int i = 0; i < mutants; i++) {
            int pick = picks.get(i % picks.size());
            current = samples.get(pick) + ", mutant " + i;
            decode(mutations.mutated(trees.get(pick)));
        }
        assertThat(refused).isBetween(mutants / 3, mutants - mutants / 50);
    }

    /** Numbers of samples, those of large ones once and of others often. */
    private static List<Integer> picks(List<Sample> samples) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            int times = samples.get(i).bytes().length > LARGE ? 1 : 8;
            for (int j = 0; j < times; j++) {
                picks.add(i);
            }
        }
        return picks;
    }

    private void decode(byte[] damaged) {
        long start = System.nanoTime();
        try {
            ComponentDecoder.decode(damaged);
        } catch (MalformedComponent e) {
            refused++;
            requireWithin(e.offset(), damaged);
        } catch (InvalidComponent e) {
            refused++;
            requireWithin(e.offset(), damaged);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(current + " is kept as " + Crashers.keep(damaged), e);
        }
        long taken = System.nanoTime() - start;
        if (taken > slowest) {
            slowest = taken;
            slowestTitle = current;
        }
    }

    private void requireWithin(long offset, byte[] damaged) {
        if (offset < 0 || offset > damaged.length) {
            throw new AssertionError(
                    current + " has an offset of " + offset + ": " + Crashers.keep(damaged));
        }
    }
}
