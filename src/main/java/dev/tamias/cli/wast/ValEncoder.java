package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Component values as JSON, {@code {"type": t, "value": v}}, by their type: bool as JSON, integers and
 * the bits of floats as decimal strings, names for the cases of a variant. {@link ValDecoder} is the
 * way back.
 */
public final class ValEncoder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValEncoder() {}

    /** The JSON of what a function returned; JSON's null where it returns nothing. */
    public static JsonNode encode(@Nullable Val value, @Nullable ValType type) {
        return value == null || type == null ? NullNode.instance : node(value, type);
    }

    private static JsonNode node(Val value, ValType type) {
        if (value instanceof Val.Bytes bytes) {
            return typed("list", bytes(bytes.value()));
        }
        if (value instanceof Val.ListOf list && type instanceof ListType of) {
            return typed("list", elements(list.elements(), of.element()));
        }
        if (value instanceof Val.Record record && type instanceof RecordType of) {
            return typed("record", fields(record, of));
        }
        if (value instanceof Val.Tuple tuple && type instanceof TupleType of) {
            ArrayNode elements = NODES.arrayNode();
            for (int i = 0; i < of.elements().size(); i++) {
                elements.add(node(tuple.elements().get(i), of.elements().get(i)));
            }
            return typed("tuple", elements);
        }
        if (value instanceof Val.Flags flags && type instanceof FlagsType of) {
            ArrayNode labels = NODES.arrayNode();
            for (int i = 0; i < of.labels().size(); i++) {
                if ((flags.bits() >>> i & 1) == 1) {
                    labels.add(of.labels().get(i));
                }
            }
            return typed("flags", labels);
        }
        JsonNode oneOfSeveral = oneOfSeveral(value, type);
        return oneOfSeveral == null ? scalar(value) : oneOfSeveral;
    }

    private static @Nullable JsonNode oneOfSeveral(Val value, ValType type) {
        if (value instanceof Val.EnumCase label && type instanceof EnumType of) {
            return typed("enum", NODES.textNode(of.labels().get(label.index())));
        }
        if (value instanceof Val.Option option && type instanceof OptionType of) {
            return typed("option", encode(option.value(), of.element()));
        }
        if (value instanceof Val.Result result && type instanceof ResultType of) {
            ObjectNode either = NODES.objectNode();
            either.set(
                    result.isOk() ? "Ok" : "Err",
                    encode(result.value(), result.isOk() ? of.ok() : of.err()));
            return typed("result", either);
        }
        if (value instanceof Val.Variant variant && type instanceof VariantType of) {
            VariantType.Case which = of.cases().get(variant.index());
            ObjectNode node = NODES.objectNode().put("case", which.name());
            node.set("payload", encode(variant.payload(), which.payload()));
            return typed("variant", node);
        }
        return null;
    }

    private static JsonNode elements(List<Val> values, ValType type) {
        ArrayNode elements = NODES.arrayNode();
        values.forEach(each -> elements.add(node(each, type)));
        return elements;
    }

    private static JsonNode bytes(byte[] values) {
        ArrayNode elements = NODES.arrayNode();
        for (byte each : values) {
            elements.add(number("u8", Integer.toString(each & 0xff)));
        }
        return elements;
    }

    private static JsonNode fields(Val.Record record, RecordType type) {
        ArrayNode fields = NODES.arrayNode();
        for (int i = 0; i < type.fields().size(); i++) {
            RecordType.Field field = type.fields().get(i);
            fields.addArray().add(field.name()).add(node(record.fields().get(i), field.type()));
        }
        return fields;
    }

    private static JsonNode scalar(Val value) {
        if (value instanceof Val.Bool bool) {
            return typed("bool", NODES.booleanNode(bool.value()));
        } else if (value instanceof Val.S8 number) {
            return number("s8", Byte.toString(number.value()));
        } else if (value instanceof Val.U8 number) {
            return number("u8", Short.toString(number.value()));
        } else if (value instanceof Val.S16 number) {
            return number("s16", Short.toString(number.value()));
        } else if (value instanceof Val.U16 number) {
            return number("u16", Integer.toString(number.value()));
        } else if (value instanceof Val.S32 number) {
            return number("s32", Integer.toString(number.value()));
        } else if (value instanceof Val.U32 number) {
            return number("u32", Long.toString(number.value()));
        } else if (value instanceof Val.S64 number) {
            return number("s64", Long.toString(number.value()));
        } else if (value instanceof Val.U64 number) {
            return number("u64", Long.toUnsignedString(number.bits()));
        } else if (value instanceof Val.F32 number) {
            int bits = Float.floatToRawIntBits(number.value());
            return number("f32", Integer.toUnsignedString(bits));
        } else if (value instanceof Val.F64 number) {
            long bits = Double.doubleToRawLongBits(number.value());
            return number("f64", Long.toUnsignedString(bits));
        } else if (value instanceof Val.Char character) {
            return typed("char", NODES.textNode(Character.toString(character.codePoint())));
        } else if (value instanceof Val.Str string) {
            return typed("string", NODES.textNode(string.value()));
        } else if (value instanceof Val.Handle handle) {
            // A handle has no encoding to come back from; the words are for a reader.
            return typed(
                    handle.resource().owned() ? "own" : "borrow",
                    NODES.textNode(handle.resource().type().name()));
        }
        throw new IllegalArgumentException(value + " is not a value of its type");
    }

    private static JsonNode number(String type, String decimal) {
        return typed(type, NODES.textNode(decimal));
    }

    private static JsonNode typed(String type, JsonNode value) {
        ObjectNode node = NODES.objectNode().put("type", type);
        node.set("value", value);
        return node;
    }
}
