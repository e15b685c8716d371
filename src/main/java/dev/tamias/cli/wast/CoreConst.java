package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.engine.binary.CoreValType;
import java.util.Arrays;

/**
 * Core values in the scripts' JSON: integers and the bits of floats as decimal strings, vectors by
 * lanes, references by kind. In the engine a vector takes two longs, low half first, everything else
 * one.
 */
final class CoreConst {

    /** What the engine has for the null of every kind of reference. */
    private static final int NULL = -1;

    private CoreConst() {}

    /** How many longs a value of the type takes. */
    static int longs(CoreValType type) {
        return type.equals(CoreValType.V128) ? 2 : 1;
    }

    /**
     * The longs of the value that {@code node} states.
     *
     * @throws IllegalArgumentException where it is not of that type
     */
    static long[] decode(JsonNode node, CoreValType type) {
        String name = node.path("type").asText();
        JsonNode value = node.path("value");
        if (type.isReference() && name.endsWith("ref") || name.equals("refnull")) {
            boolean isNull = name.contains("null") || value.asText().equals("null");
            return new long[] {isNull ? NULL : number(value)};
        }
        if (!name.equals(type.toString())) {
            throw ValDecoder.wrong(node, "a value of type " + type);
        }
        return switch (name) {
            case "i32", "f32" -> new long[] {Integer.toUnsignedLong((int) number(value))};
            case "v128" -> Lanes.of(node).bits();
            default -> new long[] {number(value)};
        };
    }

    /** Whether the longs, which are a value of {@code type}, are what {@code expected} asks for. */
    static boolean matches(JsonNode expected, CoreValType type, long[] bits) {
        String name = expected.path("type").asText();
        if (name.equals("either")) {
            for (JsonNode each : expected.path("values")) {
                if (matches(each, type, bits)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode value = expected.path("value");
        if (type.isReference()) {
            return matchesReference(name, value, type, (int) bits[0]);
        }
        if (!name.equals(type.toString())) {
            return false;
        }
        return switch (name) {
            case "i32" -> (int) bits[0] == (int) number(value);
            case "f32" -> NanPattern.matchesF32(value.asText(), (int) bits[0]);
            case "f64" -> NanPattern.matchesF64(value.asText(), bits[0]);
            case "v128" -> Lanes.of(expected).match(bits);
            default -> bits[0] == number(value);
        };
    }

    /**
     * A reference without a value is any that is not null. Which function, struct or array it is cannot
     * be seen from here; that a function or an external reference is one, by the type.
     */
    private static boolean matchesReference(
            String name, JsonNode value, CoreValType type, int reference) {
        boolean isNull = reference == NULL;
        if (name.startsWith("null") || name.equals("refnull")) {
            return isNull;
        }
        boolean isSimple = type.equals(CoreValType.FUNCREF) || type.equals(CoreValType.EXTERNREF);
        if (!name.endsWith("ref") || isSimple && !name.equals(type.toString())) {
            return false;
        }
        if (value.isMissingNode() || value.isObject()) {
            return !isNull;
        }
        return value.asText().equals("null") ? isNull : reference == (int) number(value);
    }

    static long number(JsonNode value) {
        String text = value.asText();
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }

    /** A value in words, for messages. */
    static String text(CoreValType type, long[] bits) {
        return switch (type.toString()) {
            case "i32" -> "i32 " + (int) bits[0];
            case "f32" -> "f32 " + Integer.toUnsignedString((int) bits[0]);
            case "f64" -> "f64 " + Long.toUnsignedString(bits[0]);
            case "v128" -> "v128 " + Arrays.toString(bits);
            default -> type + " " + bits[0];
        };
    }
}
