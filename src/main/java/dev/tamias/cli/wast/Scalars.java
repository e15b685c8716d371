package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.PrimType;
import java.math.BigInteger;

/**
 * Values without parts from their JSON. A number is a decimal string; a JSON integer does as well. A
 * float is the number of its bits.
 */
final class Scalars {

    private Scalars() {}

    static Val decode(JsonNode node, JsonNode value, PrimType type) {
        return switch (type) {
            case BOOL -> new Val.Bool(bool(node, value));
            case CHAR -> new Val.Char(codePoint(node, value));
            case STRING -> new Val.Str(text(node, value));
            case S8 -> new Val.S8((byte) signed(node, value, 8));
            case U8 -> new Val.U8((short) unsigned(node, value, 8));
            case S16 -> new Val.S16((short) signed(node, value, 16));
            case U16 -> new Val.U16((int) unsigned(node, value, 16));
            case S32 -> new Val.S32((int) signed(node, value, 32));
            case U32 -> new Val.U32(unsigned(node, value, 32));
            case S64 -> new Val.S64(signed(node, value, 64));
            case U64 -> new Val.U64(unsigned(node, value, 64));
            case F32 -> new Val.F32(Float.intBitsToFloat((int) unsigned(node, value, 32)));
            case F64 -> new Val.F64(Double.longBitsToDouble(unsigned(node, value, 64)));
        };
    }

    private static boolean bool(JsonNode node, JsonNode value) {
        if (!value.isBoolean()) {
            throw ValDecoder.wrong(node, "true or false");
        }
        return value.asBoolean();
    }

    private static String text(JsonNode node, JsonNode value) {
        if (!value.isTextual()) {
            throw ValDecoder.wrong(node, "a text");
        }
        return value.asText();
    }

    private static int codePoint(JsonNode node, JsonNode value) {
        String text = text(node, value);
        if (text.codePointCount(0, text.length()) != 1) {
            throw ValDecoder.wrong(node, "one character");
        }
        return text.codePointAt(0);
    }

    private static long signed(JsonNode node, JsonNode value, int bits) {
        BigInteger number = number(node, value);
        if (number.bitLength() >= bits) {
            throw ValDecoder.wrong(node, "a signed number of " + bits + " bits");
        }
        return number.longValue();
    }

    private static long unsigned(JsonNode node, JsonNode value, int bits) {
        BigInteger number = number(node, value);
        if (number.signum() < 0 || number.bitLength() > bits) {
            throw ValDecoder.wrong(node, "an unsigned number of " + bits + " bits");
        }
        return number.longValue();
    }

    private static BigInteger number(JsonNode node, JsonNode value) {
        if (value.isTextual() && value.asText().matches("-?[0-9]{1,20}")) {
            return new BigInteger(value.asText());
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        throw ValDecoder.wrong(node, "a decimal number");
    }
}
