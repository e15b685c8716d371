package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the codecs against what the specification's own definitions.py does with the same values; the
 * vectors are written by canonical_abi.py beside them.
 */
class SpecVectorTest {

    static Stream<JsonNode> vectors() throws IOException {
        return SpecVectors.read("canonical_abi");
    }

    private static GuestMemory guest(JsonNode vector) {
        return GuestMemory.of(SpecVectors.encoding(vector.get("encoding")));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_in_memory(JsonNode vector) {
        Codec codec = new Codecs().of(SpecVectors.type(vector.get("type")));
        Val value = SpecVectors.value(vector.get("type"), vector.get("value"));
        String stored = vector.get("stored").asText();
        GuestMemory guest = guest(vector);
        assertThat(codec.alignment()).isEqualTo(vector.get("alignment").asInt());
        assertThat(codec.size()).isEqualTo(vector.get("size").asInt());

        LiftLower cx = guest.call();
        int ptr = cx.allocate(codec.alignment(), codec.size());
        codec.store(cx, value, ptr);
        assertThat(guest.hex(GuestMemory.START, stored.length() / 2)).isEqualTo(stored);

        GuestMemory laid = guest(vector);
        laid.write(GuestMemory.START, HexFormat.of().parseHex(stored));
        assertThat(codec.load(laid.call(), GuestMemory.START)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_in_flat_values(JsonNode vector) {
        Codec codec = new Codecs().of(SpecVectors.type(vector.get("type")));
        assertThat(codec.flatTypes().stream().map(Object::toString).toList())
                .isEqualTo(texts(vector.get("flatTypes")));
        long[] flat = SpecVectors.longs(vector.get("flat"));
        if (flat.length == 0) {
            return;
        }
        Val value = SpecVectors.value(vector.get("type"), vector.get("value"));
        String lowered = vector.get("lowered").asText();
        GuestMemory guest = guest(vector);
        long[] out = new long[flat.length];
        codec.lowerFlat(guest.call(), value, new CoreValues(out));
        assertThat(out).containsExactly(flat);
        assertThat(guest.hex(GuestMemory.START, lowered.length() / 2)).isEqualTo(lowered);
        assertThat(codec.liftFlat(guest.call(), new CoreValues(flat))).isEqualTo(value);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
