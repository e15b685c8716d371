package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.component.abi.Val;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Component values from the JSON that {@link ValEncoder} writes, by the type that is expected. A
 * variant's payload that is null may be missing; the fields of a record may come in any order.
 */
public final class ValDecoder {

    private ValDecoder() {}

    /**
     * The value that {@code node} states.
     *
     * @throws IllegalArgumentException where that is not a value of {@code type}; the message quotes the
     *     part that is not
     */
    public static Val decode(JsonNode node, ValType type) {
        String name = name(type);
        if (!name.equals(node.path("type").asText())) {
            throw wrong(node, "a value of type " + type);
        }
        JsonNode value = node.path("value");
        if (type instanceof PrimType prim) {
            return Scalars.decode(node, value, prim);
        }
        if (type instanceof ListType list) {
            return list(array(node, value), list.element());
        }
        if (type instanceof RecordType record) {
            return record(node, array(node, value), record);
        }
        if (type instanceof TupleType tuple) {
            return tuple(node, array(node, value), tuple);
        }
        if (type instanceof FlagsType flags) {
            return flags(node, array(node, value), flags);
        }
        if (type instanceof EnumType labels) {
            return new Val.EnumCase(index(node, labels.labels(), value));
        }
        if (type instanceof OptionType option) {
            return new Val.Option(payload(node, value, option.element(), true));
        }
        if (type instanceof ResultType result) {
            return result(node, value, result);
        }
        if (type instanceof VariantType variant) {
            return variant(node, value, variant);
        }
        throw wrong(node, "a value that can be written, which a handle is not");
    }

    private static String name(ValType type) {
        if (type instanceof PrimType prim) {
            return prim.toString();
        }
        String word = type.getClass().getSimpleName();
        return word.substring(0, word.length() - "Type".length()).toLowerCase(Locale.ROOT);
    }

    private static Val list(List<JsonNode> nodes, ValType element) {
        if (element == PrimType.U8) {
            byte[] bytes = new byte[nodes.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ((Val.U8) decode(nodes.get(i), element)).value();
            }
            return new Val.Bytes(bytes);
        }
        return new Val.ListOf(nodes.stream().map(each -> decode(each, element)).toList());
    }

    private static Val record(JsonNode node, List<JsonNode> pairs, RecordType type) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            if (pair.size() != 2 || named.put(pair.path(0).asText(), pair.path(1)) != null) {
                throw wrong(node, "a list of [name, value], each name once");
            }
        }
        List<Val> fields = new ArrayList<>();
        for (RecordType.Field field : type.fields()) {
            JsonNode value = named.get(field.name());
            if (value == null || named.size() != type.fields().size()) {
                throw wrong(node, "a value of type " + type);
            }
            fields.add(decode(value, field.type()));
        }
        return new Val.Record(fields);
    }

    private static Val tuple(JsonNode node, List<JsonNode> nodes, TupleType type) {
        if (nodes.size() != type.elements().size()) {
            throw wrong(node, "a value of type " + type);
        }
        List<Val> elements = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            elements.add(decode(nodes.get(i), type.elements().get(i)));
        }
        return new Val.Tuple(elements);
    }

    private static Val flags(JsonNode node, List<JsonNode> labels, FlagsType type) {
        int bits = 0;
        for (JsonNode label : labels) {
            bits |= 1 << index(node, type.labels(), label);
        }
        return new Val.Flags(bits);
    }

    private static Val result(JsonNode node, JsonNode value, ResultType type) {
        boolean isOk = value.has("Ok");
        if (value.size() != 1 || isOk == value.has("Err")) {
            throw wrong(node, "either Ok or Err");
        }
        ValType payload = isOk ? type.ok() : type.err();
        return new Val.Result(isOk, payload(node, value.path(isOk ? "Ok" : "Err"), payload, false));
    }

    private static Val variant(JsonNode node, JsonNode value, VariantType type) {
        List<String> names = type.cases().stream().map(VariantType.Case::name).toList();
        int index = index(node, names, value.path("case"));
        return new Val.Variant(
                index,
                payload(node, value.path("payload"), type.cases().get(index).payload(), false));
    }

    private static @Nullable Val payload(
            JsonNode node, JsonNode payload, @Nullable ValType type, boolean optional) {
        boolean absent = payload.isNull() || payload.isMissingNode();
        if (type == null ? !absent : absent && !optional) {
            throw wrong(node, type == null ? "no payload there" : "a payload of type " + type);
        }
        return absent || type == null ? null : decode(payload, type);
    }

    private static int index(JsonNode node, List<String> names, JsonNode name) {
        int index = name.isTextual() ? names.indexOf(name.asText()) : -1;
        if (index < 0) {
            throw wrong(node, "one of " + names);
        }
        return index;
    }

    private static List<JsonNode> array(JsonNode node, JsonNode value) {
        if (!value.isArray()) {
            throw wrong(node, "an array there");
        }
        List<JsonNode> nodes = new ArrayList<>();
        value.forEach(nodes::add);
        return nodes;
    }

    static IllegalArgumentException wrong(JsonNode node, String expected) {
        return new IllegalArgumentException(node + " is given and " + expected + " is expected");
    }
}
