package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ValType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of random types survive every way into a guest and back. */
class RoundTripTest {

    private static final int ROUNDS = 400;

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void values_come_back_from_memory_and_are_told_alike(StringEncoding encoding) {
        RandomValues random = new RandomValues(1);
        for (int i = 0; i < ROUNDS; i++) {
            ValType type = random.type(3);
            Val value = random.value(type);
            Codec codec = new Codecs().of(type);
            GuestMemory guest = GuestMemory.of(encoding);
            int ptr = guest.call().allocate(codec.alignment(), codec.size());
            codec.store(guest.call(), value, ptr);
            assertThat(codec.load(guest.call(), ptr)).as("%s", type).isEqualTo(value);

            EventLog visited = new EventLog();
            codec.visit(guest.call(), ptr, visited);
            EventLog replayed = new EventLog();
            ValEvents.replay(value, replayed);
            assertThat(visited.events).as("%s", type).isEqualTo(replayed.events);
        }
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void parameters_and_results_come_back_from_calls(StringEncoding encoding) {
        RandomValues random = new RandomValues(2);
        for (int i = 0; i < ROUNDS; i++) {
            ValType first = random.type(2);
            ValType second = random.type(1);
            List<Val> arguments = List.of(random.value(first), random.value(second));
            FuncType type =
                    new FuncType(
                            List.of(
                                    new FuncType.Param("a", first),
                                    new FuncType.Param("b", second)),
                            first);
            CallFlattening flattening = new CallFlattening(type, new Codecs());
            GuestMemory guest = GuestMemory.of(encoding);
            long[] flat = flattening.lowerParams(guest.call(), arguments);
            assertThat(flat).hasSize(flattening.lifted().params().size());
            assertThat(flattening.liftParams(guest.call(), flat)).isEqualTo(arguments);

            Val result = arguments.get(0);
            assertThat(throughResult(flattening, guest, result)).as("%s", first).isEqualTo(result);
        }
    }

    /** Lowers a result as for a caller, and lifts it as from a callee. */
    private static Val throughResult(CallFlattening flattening, GuestMemory guest, Val result) {
        int parameters = flattening.lowered().params().size();
        boolean spills = flattening.lowered().results().isEmpty();
        long[] arguments = new long[parameters];
        int ptr = guest.call().allocate(8, 8192);
        arguments[parameters - 1] = ptr;
        long[] flat = flattening.lowerResult(guest.call(), result, arguments);
        Val lifted = flattening.liftResult(guest.call(), spills ? new long[] {ptr} : flat);
        assertThat(lifted).isNotNull();
        return lifted;
    }
}
