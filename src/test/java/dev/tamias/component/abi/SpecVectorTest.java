package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the codecs against what the specification's own definitions.py does with the same values; the
 * vectors are written by canonical_abi.py beside them.
 */
class SpecVectorTest {

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream in =
                SpecVectorTest.class.getResourceAsStream("/vectors/canonical_abi.json")) {
            List<JsonNode> vectors = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(vectors::add);
            return vectors.stream();
        }
    }

    private static StringEncoding encoding(JsonNode vector) {
        return switch (vector.get("encoding").asText()) {
            case "utf8" -> StringEncoding.UTF8;
            case "utf16" -> StringEncoding.UTF16;
            default -> StringEncoding.LATIN1_UTF16;
        };
    }

    private static long[] flat(JsonNode vector) {
        long[] flat = new long[vector.get("flat").size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = Long.parseUnsignedLong(vector.get("flat").get(i).asText());
        }
        return flat;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_in_memory(JsonNode vector) {
        Codec codec = new Codecs().of(type(vector.get("type")));
        Val value = value(vector.get("type"), vector.get("value"));
        String stored = vector.get("stored").asText();
        GuestMemory guest = GuestMemory.of(encoding(vector));
        assertThat(codec.alignment()).isEqualTo(vector.get("alignment").asInt());
        assertThat(codec.size()).isEqualTo(vector.get("size").asInt());

        LiftLower cx = guest.call();
        int ptr = cx.allocate(codec.alignment(), codec.size());
        codec.store(cx, value, ptr);
        assertThat(guest.hex(GuestMemory.START, stored.length() / 2)).isEqualTo(stored);

        GuestMemory laid = GuestMemory.of(encoding(vector));
        laid.write(GuestMemory.START, HexFormat.of().parseHex(stored));
        assertThat(codec.load(laid.call(), GuestMemory.START)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agrees_with_the_specification_in_flat_values(JsonNode vector) {
        Codec codec = new Codecs().of(type(vector.get("type")));
        assertThat(codec.flatTypes().stream().map(Object::toString).toList())
                .isEqualTo(texts(vector.get("flatTypes")));
        long[] flat = flat(vector);
        if (flat.length == 0) {
            return;
        }
        Val value = value(vector.get("type"), vector.get("value"));
        String lowered = vector.get("lowered").asText();
        GuestMemory guest = GuestMemory.of(encoding(vector));
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

    private static @Nullable ValType typeOrNull(JsonNode node) {
        return node.isNull() ? null : type(node);
    }

    private static ValType type(JsonNode node) {
        if (node.isTextual()) {
            return PrimType.valueOf(node.asText().toUpperCase(Locale.ROOT));
        }
        String kind = node.fieldNames().next();
        JsonNode content = node.get(kind);
        return switch (kind) {
            case "enum" -> new EnumType(labels(content.asInt()));
            case "flags" -> new FlagsType(labels(content.asInt()));
            case "list" -> new ListType(type(content));
            case "option" -> new OptionType(type(content));
            case "result" -> new ResultType(typeOrNull(content.get(0)), typeOrNull(content.get(1)));
            case "tuple" -> new TupleType(types(content));
            case "record" ->
                    new RecordType(
                            types(content).stream()
                                    .map(each -> new RecordType.Field("f", each))
                                    .toList());
            default -> variant(content);
        };
    }

    private static VariantType variant(JsonNode content) {
        List<VariantType.Case> cases = new ArrayList<>();
        content.forEach(each -> cases.add(new VariantType.Case("c", typeOrNull(each))));
        return new VariantType(cases);
    }

    private static List<ValType> types(JsonNode array) {
        List<ValType> types = new ArrayList<>();
        array.forEach(each -> types.add(type(each)));
        return types;
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static Val value(JsonNode type, JsonNode value) {
        if (type.isTextual()) {
            return prim(PrimType.valueOf(type.asText().toUpperCase(Locale.ROOT)), value);
        }
        String kind = type.fieldNames().next();
        JsonNode content = type.get(kind);
        return switch (kind) {
            case "enum" -> new Val.EnumCase(value.asInt());
            case "flags" -> new Val.Flags((int) value.asLong());
            case "list" -> list(content, value);
            case "option" -> new Val.Option(payload(content, value));
            case "result" ->
                    new Val.Result(
                            value.get("case").asInt() == 0,
                            payload(content.get(value.get("case").asInt()), value));
            case "tuple" -> new Val.Tuple(values(content, value));
            case "record" -> new Val.Record(values(content, value));
            default ->
                    new Val.Variant(
                            value.get("case").asInt(),
                            payload(content.get(value.get("case").asInt()), value));
        };
    }

    private static @Nullable Val payload(JsonNode type, JsonNode value) {
        return value.get("value").isNull() ? null : value(type, value.get("value"));
    }

    private static List<Val> values(JsonNode types, JsonNode values) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> value(types.get(i), values.get(i)))
                .toList();
    }

    private static Val list(JsonNode element, JsonNode values) {
        if (element.asText().equals("u8")) {
            byte[] bytes = new byte[values.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values.get(i).asInt();
            }
            return new Val.Bytes(bytes);
        }
        List<Val> elements = new ArrayList<>();
        values.forEach(each -> elements.add(value(element, each)));
        return new Val.ListOf(elements);
    }

    private static Val prim(PrimType type, JsonNode value) {
        String text = value.asText();
        return switch (type) {
            case BOOL -> new Val.Bool(value.asBoolean());
            case S8 -> new Val.S8(Byte.parseByte(text));
            case U8 -> new Val.U8(Short.parseShort(text));
            case S16 -> new Val.S16(Short.parseShort(text));
            case U16 -> new Val.U16(Integer.parseInt(text));
            case S32 -> new Val.S32(Integer.parseInt(text));
            case U32 -> new Val.U32(Long.parseLong(text));
            case S64 -> new Val.S64(Long.parseLong(text));
            case U64 -> new Val.U64(Long.parseUnsignedLong(text));
            case F32 -> new Val.F32(Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16)));
            case F64 -> new Val.F64(Double.longBitsToDouble(Long.parseUnsignedLong(text, 16)));
            case CHAR -> new Val.Char(value.asInt());
            case STRING -> new Val.Str(text);
        };
    }
}
