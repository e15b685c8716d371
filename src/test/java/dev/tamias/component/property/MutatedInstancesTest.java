package dev.tamias.component.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.property.SampleBinaries.Sample;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.model.ComponentException;
import dev.tamias.model.Limits;
import dev.tamias.model.TamiasException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Damaged components that are accepted all the same are compiled, instantiated and called: whatever they
 * do, they end by themselves or by one of our exceptions.
 */
class MutatedInstancesTest {

    private static final int MUTANTS = 6_000;
    private static final int LARGEST = 6_000;
    private static final Duration HANG = Duration.ofMinutes(10);
    private static final Limits LIMITS =
            Limits.defaults().withMemoryBytes(4 << 20).withLiftBytes(1 << 20);
    private static final Engine INTERPRETING = Engine.builder().compiling(false).build();
    private static final Engine COMPILING = Engine.builder().build();

    private volatile String current = "";
    private int accepted;
    private int ended;

    @AfterAll
    static void close() {
        INTERPRETING.close();
        COMPILING.close();
    }

    @Test
    void damaged_components_that_are_accepted_fail_by_our_exceptions_only() {
        Seed seed = Seed.of(20_261_127);
        Assertions.assertTimeoutPreemptively(
                HANG, () -> seed.run(this::runAll), () -> current + " hangs with " + seed);
        System.out.println(accepted + " mutants are accepted, " + ended + " end in exceptions");
    }

    private void runAll(Random random) {
        List<Sample> samples =
                SampleBinaries.all(random).stream()
                        .filter(each -> each.bytes().length < LARGEST)
                        .toList();
        List<SectionTree> trees =
                samples.stream().map(each -> SectionTree.of(each.bytes())).toList();
        ComponentMutations mutations = new ComponentMutations(random, trees);
        for (int i = 0; i < Seed.times(MUTANTS); i++) {
            int pick = i % samples.size();
            current = samples.get(pick) + ", mutant " + i;
            byte[] mutant = mutations.mutated(trees.get(pick));
            try {
                run(i % 8 == 0 ? COMPILING : INTERPRETING, mutant, random);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(current + " is kept as " + Crashers.keep(mutant), e);
            }
        }
        assertThat(accepted).isGreaterThan(Seed.times(MUTANTS) / 50);
    }

    private void run(Engine engine, byte[] mutant, Random random) {
        Component component;
        try {
            component = Component.of(engine, mutant);
        } catch (ComponentException refused) {
            return;
        }
        accepted++;
        engine.executor().run(() -> instantiated(engine, component, random));
    }

    @SuppressWarnings("try") // the deadline ends with the block
    private boolean instantiated(Engine engine, Component component, Random random) {
        try (Deadline deadline = engine.executor().deadline(Duration.ofMillis(200))) {
            Linker linker = new Linker(engine).defineUnknownImportsAsTraps(component);
            try (Instance instance = linker.instantiate(component, LIMITS)) {
                callAll(instance, random);
            }
            return true;
        } catch (TamiasException documented) {
            ended++;
            requireDocumented(documented);
            return false;
        }
    }

    /** An exception of ours that only hands on what the core engine stumbled over is a defect too. */
    private static void requireDocumented(TamiasException exception) {
        if (exception.getMessage().contains("the core engine failed")) {
            throw exception;
        }
    }

    private static void callAll(Instance instance, Random random) {
        for (String name : new ArrayList<>(instance.names())) {
            instance.instance(name).ifPresent(nested -> callAll(nested, random));
            instance.func(name).ifPresent(func -> call(func, random));
        }
    }

    private static void call(Func func, Random random) {
        List<ValType> types = new ArrayList<>();
        func.type().params().forEach(each -> types.add(each.type()));
        if (types.stream().anyMatch(Layout::hasHandle)) {
            return;
        }
        RandomVals values = new RandomVals(random, null);
        func.call(types.stream().map(values::value).toArray(Val[]::new));
    }
}
