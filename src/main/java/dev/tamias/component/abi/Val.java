package dev.tamias.component.abi;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component value. Unsigned numbers are held in the next wider signed type, but for {@link U64},
 * which holds its bits.
 *
 * <p>Records, variants, enums and flags hold positions in their types, not names; the factories
 * below take names where they are given the type. Example: {@code ValExample} among the tests.
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

    /** A string. A surrogate without its other half, which no text in Unicode has, becomes U+FFFD. */
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

    static Val bool(boolean value) {
        return new Bool(value);
    }

    static Val s8(int value) {
        return new S8((byte) Codec.inRange(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
    }

    /** @param value 0 to 255 */
    static Val u8(int value) {
        return new U8((short) Codec.inRange(value, 0, 0xff));
    }

    static Val s16(int value) {
        return new S16((short) Codec.inRange(value, Short.MIN_VALUE, Short.MAX_VALUE));
    }

    /** @param value 0 to 65535 */
    static Val u16(int value) {
        return new U16((int) Codec.inRange(value, 0, 0xffff));
    }

    static Val s32(int value) {
        return new S32(value);
    }

    /** @param value 0 to 2^32−1 */
    static Val u32(long value) {
        return new U32(Codec.inRange(value, 0, 0xffffffffL));
    }

    static Val s64(long value) {
        return new S64(value);
    }

    /** @param bits the 64 bits; see {@link Long#parseUnsignedLong} */
    static Val u64(long bits) {
        return new U64(bits);
    }

    static Val f32(float value) {
        return new F32(value);
    }

    static Val f64(double value) {
        return new F64(value);
    }

    /** A char; a surrogate is none. */
    static Val character(int codePoint) {
        return new Char(codePoint);
    }

    static Val string(String value) {
        return new Str(value);
    }

    /** A {@code list<u8>}; the array is not copied. */
    static Val bytes(byte... value) {
        return new Bytes(value);
    }

    /** A list of anything but {@code u8}, which is {@link #bytes}. */
    static Val list(Val... elements) {
        return new ListOf(List.of(elements));
    }

    /** As {@link #list(Val...)}; the list is not copied. */
    static Val list(List<Val> elements) {
        return new ListOf(elements);
    }

    /** A record by its fields' values, in the type's order. */
    static Val record(Val... fields) {
        return new Record(List.of(fields));
    }

    /**
     * A record by its fields' names.
     *
     * @throws IllegalArgumentException where a field of the type is missing or is not of the type
     */
    static Val record(RecordType type, Map<String, Val> fields) {
        return Labels.record(type, fields);
    }

    static Val tuple(Val... elements) {
        return new Tuple(List.of(elements));
    }

    /**
     * A variant by the name of its case.
     *
     * @param payload null where the case has none
     * @throws IllegalArgumentException where the type has no such case
     */
    static Val variant(VariantType type, String name, @Nullable Val payload) {
        return Labels.variant(type, name, payload);
    }

    /**
     * An enum's case by its label.
     *
     * @throws IllegalArgumentException where the type has no such label
     */
    static Val enumCase(EnumType type, String label) {
        return Labels.enumCase(type, label);
    }

    /**
     * Flags by the labels that are set.
     *
     * @throws IllegalArgumentException where the type has no such label
     */
    static Val flags(FlagsType type, String... set) {
        return Labels.flags(type, set);
    }

    static Val some(Val value) {
        return new Option(value);
    }

    static Val none() {
        return Option.NONE;
    }

    /** A result's {@code ok} without a value. */
    static Val ok() {
        return Result.ok(null);
    }

    static Val ok(Val value) {
        return Result.ok(value);
    }

    /** A result's {@code error} without a value. */
    static Val err() {
        return Result.err(null);
    }

    static Val err(Val value) {
        return Result.err(value);
    }

    static Val handle(Resource resource) {
        return new Handle(resource);
    }
}
