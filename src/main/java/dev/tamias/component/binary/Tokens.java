package dev.tamias.component.binary;

import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreValType;
import java.util.Set;

/** Tokens that several parts of the binary format share. */
final class Tokens {

    /** Typed, shared and garbage collected references, which are later than WASI 0.2. */
    private static final Set<Integer> NEWER_REFERENCE_TYPES =
            Set.of(0x63, 0x64, 0x65, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x71, 0x72, 0x73, 0x74);

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
        if (NEWER_REFERENCE_TYPES.contains(found)) {
            throw BrokenRule.unsupported(
                    offset, "core reference type 0x" + Integer.toHexString(found));
        }
        throw unknown(offset, found, "known core value type");
    }
}
