package dev.tamias.component.binary;

import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreValType;

/** Tokens that several parts of the binary format share. */
final class Tokens {

    private Tokens() {}

    /** A byte that must be {@code expected}. */
    static void expect(BinaryReader in, int expected, String title) {
        int offset = in.position();
        int found = in.u8();
        if (found != expected) {
            throw unknown(offset, found, title);
        }
    }

    /** Whether an optional part follows. */
    static boolean present(BinaryReader in) {
        int offset = in.position();
        int found = in.u8();
        if (found > 1) {
            throw unknown(offset, found, "start of an optional part");
        }
        return found == 1;
    }

    /** The error for a byte that is none of those expected. */
    static BrokenRule unknown(int offset, int found, String title) {
        return BrokenRule.malformed(offset, "0x" + Integer.toHexString(found) + " is no " + title);
    }

    /** A name within the limit of length. */
    static String name(BinaryReader in, DecodeLimits limits) {
        int offset = in.position();
        String name = in.name();
        if (name.length() > limits.nameLength()) {
            throw BrokenRule.invalid(
                    offset, "a name is longer than " + limits.nameLength() + " characters");
        }
        return name;
    }

    static CoreValType coreValType(BinaryReader in) {
        int offset = in.position();
        int found = in.u8();
        for (CoreValType type : CoreValType.values()) {
            if (type.opcode() == found) {
                return type;
            }
        }
        throw unknown(offset, found, "known core value type");
    }
}
