package dev.tamias.component.abi;

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
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the scripts beside the vectors write. */
final class SpecVectors {

    private SpecVectors() {}

    /** The vectors of a file. */
    static Stream<JsonNode> read(String name) throws IOException {
        try (InputStream in = SpecVectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            List<JsonNode> vectors = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(vectors::add);
            return vectors.stream();
        }
    }

    static StringEncoding encoding(JsonNode node) {
        return switch (node.asText()) {
            case "utf8" -> StringEncoding.UTF8;
            case "utf16" -> StringEncoding.UTF16;
            default -> StringEncoding.LATIN1_UTF16;
        };
    }

    /** Unsigned decimal numbers. */
    static long[] longs(JsonNode numbers) {
        long[] longs = new long[numbers.size()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = Long.parseUnsignedLong(numbers.get(i).asText());
        }
        return longs;
    }

    private static @Nullable ValType typeOrNull(JsonNode node) {
        return node.isNull() ? null : type(node);
    }

    static ValType type(JsonNode node) {
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

    static Val value(JsonNode type, JsonNode value) {
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
