package dev.tamias.component.abi;

import java.nio.charset.StandardCharsets;

/**
 * Hears a value as a sequence of events, read straight from linear memory: nothing is allocated but
 * the strings and byte arrays handed over. A list, record or tuple is framed by a begin and an end; a
 * payload follows the event of its case. Example: {@code VisitorExample} among the tests.
 */
public interface ValVisitor {

    default void bool(boolean value) {}

    default void s8(byte value) {}

    /** @param value 0 to 255 */
    default void u8(int value) {}

    default void s16(short value) {}

    /** @param value 0 to 65535 */
    default void u16(int value) {}

    default void s32(int value) {}

    /** @param value 0 to 2^32−1 */
    default void u32(long value) {}

    default void s64(long value) {}

    /** @param bits the 64 bits, to be read with {@link Long}'s unsigned operations */
    default void u64(long bits) {}

    default void f32(float value) {}

    default void f64(double value) {}

    /** A char. */
    default void character(int codePoint) {}

    default void string(String value) {}

    /**
     * A string of a guest whose encoding is UTF-8, as it lies in its memory: well-formed, to be read until
     * the call returns and not to be changed. What does not ask for bytes is told a String.
     */
    default void utf8(byte[] array, int from, int to) {
        string(new String(array, from, to - from, StandardCharsets.UTF_8));
    }

    /** A {@code list<u8>}. */
    default void bytes(byte[] value) {}

    /** Elements follow, then {@link #endList}. */
    default void beginList(int count) {}

    default void endList() {}

    /** Of each field {@link #field} and its value follow, then {@link #endRecord}; tuples alike. */
    default void beginRecord(int fields) {}

    /** The value of field {@code index} of the innermost record or tuple follows. */
    default void field(int index) {}

    default void endRecord() {}

    /** A variant; its payload follows where the case has one. */
    default void variant(int caseIndex, boolean hasPayload) {}

    default void enumCase(int index) {}

    /** An option; its value follows where it is present. */
    default void option(boolean present) {}

    /** A result; its value follows where the case has one. */
    default void result(boolean isOk, boolean hasPayload) {}

    /** Flags: label {@code i} is set where bit {@code i} is. */
    default void flags(int bits) {}

    default void handle(Resource resource) {}
}
