package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what one guest receives from another against the specification's definitions.py: the calls of
 * its realloc, its memory, and the traps. The vectors are written by transfers.py beside them.
 */
class TransferVectorTest {

    private final List<List<Long>> calls = new ArrayList<>();

    static Stream<JsonNode> vectors() throws IOException {
        return SpecVectors.read("transfers");
    }

    private static LiftLower source(JsonNode vector) {
        GuestMemory source = GuestMemory.of(SpecVectors.encoding(vector.get("from")));
        source.write(GuestMemory.START, HexFormat.of().parseHex(vector.get("source").asText()));
        return source.call();
    }

    private GuestMemory target(JsonNode vector) {
        StringEncoding encoding = SpecVectors.encoding(vector.get("to"));
        return GuestMemory.moving(encoding, calls);
    }

    private static ValType type(JsonNode vector) {
        return SpecVectors.type(vector.get("type"));
    }

    private void assertOutcome(JsonNode expected, GuestMemory target, ThrowingCallable transfer) {
        if (expected.has("trap")) {
            assertThatThrownBy(transfer).isInstanceOf(Trap.class);
            return;
        }
        assertThat(transfer).satisfies(ThrowingCallable::call);
        List<List<Long>> wanted = new ArrayList<>();
        for (JsonNode call : expected.get("calls")) {
            List<Long> arguments = new ArrayList<>();
            call.forEach(each -> arguments.add(each.asLong()));
            wanted.add(arguments);
        }
        assertThat(calls).isEqualTo(wanted);
        String memory = expected.get("memory").asText();
        assertThat(target.hex(GuestMemory.START, memory.length() / 2)).isEqualTo(memory);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_from_memory_to_memory(JsonNode vector) {
        Codec codec = new Codecs().of(type(vector));
        GuestMemory target = target(vector);
        assertOutcome(
                vector.get("stored"),
                target,
                () -> {
                    LiftLower to = target.call();
                    int dst = to.allocate(codec.alignment(), codec.size());
                    codec.transfer(source(vector), GuestMemory.START, to, dst);
                });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_from_values_to_values(JsonNode vector) {
        Codec codec = new Codecs().of(type(vector));
        JsonNode expected = vector.get("lowered");
        if (expected.isNull()) {
            return;
        }
        long[] flat = SpecVectors.longs(vector.get("flat"));
        long[] out = new long[flat.length];
        GuestMemory target = target(vector);
        assertOutcome(
                expected,
                target,
                () ->
                        codec.transferFlat(
                                source(vector),
                                new CoreValues(flat),
                                target.call(),
                                new CoreValues(out)));
        if (!expected.has("trap")) {
            assertThat(out).containsExactly(SpecVectors.longs(expected.get("result")));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_host_sees_the_same_traps_as_another_guest(JsonNode vector) {
        Codec codec = new Codecs().of(type(vector));
        if (vector.get("broken").asBoolean()) {
            assertThatThrownBy(() -> codec.load(source(vector), GuestMemory.START))
                    .isInstanceOf(Trap.class);
            assertThatThrownBy(() -> codec.visit(source(vector), GuestMemory.START, new EventLog()))
                    .isInstanceOf(Trap.class);
        } else {
            EventLog visited = new EventLog();
            codec.visit(source(vector), GuestMemory.START, visited);
            EventLog replayed = new EventLog();
            ValEvents.replay(codec.load(source(vector), GuestMemory.START), replayed);
            assertThat(visited.events).isEqualTo(replayed.events);
        }
    }
}
