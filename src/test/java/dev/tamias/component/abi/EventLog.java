package dev.tamias.component.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes the events it hears, one line each. */
final class EventLog implements ValVisitor {

    final List<String> events = new ArrayList<>();

    private void note(Object... event) {
        events.add(Arrays.deepToString(event));
    }

    @Override
    public void bool(boolean value) {
        note("bool", value);
    }

    @Override
    public void s8(byte value) {
        note("s8", value);
    }

    @Override
    public void u8(int value) {
        note("u8", value);
    }

    @Override
    public void s16(short value) {
        note("s16", value);
    }

    @Override
    public void u16(int value) {
        note("u16", value);
    }

    @Override
    public void s32(int value) {
        note("s32", value);
    }

    @Override
    public void u32(long value) {
        note("u32", value);
    }

    @Override
    public void s64(long value) {
        note("s64", value);
    }

    @Override
    public void u64(long bits) {
        note("u64", bits);
    }

    @Override
    public void f32(float value) {
        note("f32", value);
    }

    @Override
    public void f64(double value) {
        note("f64", value);
    }

    @Override
    public void character(int codePoint) {
        note("char", codePoint);
    }

    @Override
    public void string(String value) {
        note("string", value);
    }

    @Override
    public void bytes(byte[] value) {
        note("bytes", value);
    }

    @Override
    public void beginList(int count) {
        note("beginList", count);
    }

    @Override
    public void endList() {
        note("endList");
    }

    @Override
    public void beginRecord(int fields) {
        note("beginRecord", fields);
    }

    @Override
    public void field(int index) {
        note("field", index);
    }

    @Override
    public void endRecord() {
        note("endRecord");
    }

    @Override
    public void variant(int caseIndex, boolean hasPayload) {
        note("variant", caseIndex, hasPayload);
    }

    @Override
    public void enumCase(int index) {
        note("enum", index);
    }

    @Override
    public void option(boolean present) {
        note("option", present);
    }

    @Override
    public void result(boolean isOk, boolean hasPayload) {
        note("result", isOk, hasPayload);
    }

    @Override
    public void flags(int bits) {
        note("flags", bits);
    }
}
