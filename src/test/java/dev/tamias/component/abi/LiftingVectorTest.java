package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds what is lifted from memory and core values that a guest made up against the specification's
 * definitions.py: the value, or the trap. The vectors are written by liftings.py beside them.
 */
class LiftingVectorTest {

    private static LiftLower guest(JsonNode vector) {
        GuestMemory guest = GuestMemory.of(SpecVectors.encoding(vector.get("encoding")));
        guest.write(GuestMemory.START, HexFormat.of().parseHex(vector.get("memory").asText()));
        return guest.call();
    }

    private static @Nullable Val orTrap(Supplier<Val> lifting) {
        try {
            return lifting.get();
        } catch (Trap trap) {
            return null;
        }
    }

    private static @Nullable Val expected(JsonNode vector, String key) {
        JsonNode value = vector.get(key);
        return value.isNull() ? null : SpecVectors.value(vector.get("type"), value);
    }

    @Test
    void agrees_with_the_specification_on_what_is_loaded() throws IOException {
        List<JsonNode> vectors = SpecVectors.read("liftings").toList();
        assertThat(vectors).hasSizeGreaterThan(3000);
        for (JsonNode vector : vectors) {
            Codec codec = new Codecs().of(SpecVectors.type(vector.get("type")));
            assertThat(orTrap(() -> codec.load(guest(vector), GuestMemory.START)))
                    .as("%s", vector)
                    .isEqualTo(expected(vector, "loaded"));
        }
    }

    @Test
    void agrees_with_the_specification_on_what_is_told() throws IOException {
        for (JsonNode vector : SpecVectors.read("liftings").toList()) {
            Codec codec = new Codecs().of(SpecVectors.type(vector.get("type")));
            EventLog visited = new EventLog();
            Val expected = expected(vector, "loaded");
            try {
                codec.visit(guest(vector), GuestMemory.START, visited);
            } catch (Trap trap) {
                assertThat(expected).as("%s: %s", vector, trap.getMessage()).isNull();
                continue;
            }
            EventLog replayed = new EventLog();
            assertThat(expected).as("%s", vector).isNotNull();
            ValEvents.replay(expected, replayed);
            assertThat(visited.events).as("%s", vector).isEqualTo(replayed.events);
        }
    }

    @Test
    void agrees_with_the_specification_on_what_is_lifted_from_core_values() throws IOException {
        for (JsonNode vector : SpecVectors.read("liftings").toList()) {
            if (!vector.has("flat")) {
                continue;
            }
            Codec codec = new Codecs().of(SpecVectors.type(vector.get("type")));
            long[] values = SpecVectors.longs(vector.get("flat"));
            assertThat(orTrap(() -> codec.liftFlat(guest(vector), new CoreValues(values))))
                    .as("%s", vector)
                    .isEqualTo(expected(vector, "lifted"));
        }
    }
}
