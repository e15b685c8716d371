package dev.tamias.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component value. Unsigned numbers are held in the next wider signed type, but for {@link U64},
 * which holds its bits.
 */
public sealed interface Val {

    record Bool(boolean value) implements Val {}

    record S8(byte value) implements Val {}

    record U8(short value) implements Val {}

    record S16(short value) implements Val {}

    record U16(int value) implements Val {}

    record S32(int value) implements Val {}

    record U32(long value) implements Val {}

    record S64(long value) implements Val {}

    /** @param bits the 64 bits, to be read with {@link Long}'s unsigned operations */
    record U64(long bits) implements Val {}

    record F32(float value) implements Val {}

    record F64(double value) implements Val {}

    record Char(int codePoint) implements Val {}

    record Str(String value) implements Val {}

    /** A list, but for a {@code list<u8>}, which is lifted as {@link Bytes}. */
    record ListOf(List<Val> elements) implements Val {}

    /** A {@code list<u8>}; the array is not copied. */
    record Bytes(byte[] value) implements Val {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes bytes && java.util.Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(value);
        }
    }

    /** A record: its fields in the type's order, without their names. */
    @SuppressWarnings("JavaLangClash") // the specification's word
    record Record(List<Val> fields) implements Val {}

    record Tuple(List<Val> elements) implements Val {}

    /** A variant: the case's number in its type, and the payload where the case has one. */
    record Variant(int index, @Nullable Val payload) implements Val {}

    /** An enum: the label's number in its type. */
    record EnumCase(int index) implements Val {}

    record Option(@Nullable Val value) implements Val {
        public static final Option NONE = new Option(null);
    }

    /** A result; the value is null where the case has none. */
    record Result(boolean isOk, @Nullable Val value) implements Val {
        public static Result ok(@Nullable Val value) {
            return new Result(true, value);
        }

        public static Result err(@Nullable Val value) {
            return new Result(false, value);
        }
    }

    /** Flags: label {@code i} is set where bit {@code i} is. */
    record Flags(int bits) implements Val {}

    /** A handle of a resource, owned or borrowed as its type says. */
    record Handle(Resource resource) implements Val {}
}
