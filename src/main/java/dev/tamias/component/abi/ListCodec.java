package dev.tamias.component.abi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A list of anything but u8. */
final class ListCodec extends RangeCodec {

    /** A reference to an element, in the host's array. */
    private static final int REFERENCE_BYTES = 8;

    private final Codec element;

    ListCodec(Codec element) {
        super(element.size(), element.alignment());
        this.element = element;
    }

    @Override
    Val loadRange(LiftLower cx, int ptr, int length) {
        cx.budget().charge((long) length * (element.hostBytes() + REFERENCE_BYTES));
        Val[] elements = new Val[length];
        for (int i = 0; i < length; i++) {
            elements[i] = element.load(cx, ptr + i * element.size());
        }
        return new Val.ListOf(Collections.unmodifiableList(Arrays.asList(elements)));
    }

    @Override
    void visitRange(LiftLower cx, int ptr, int length, ValVisitor visitor) {
        cx.budget().charge((long) length * element.size());
        visitor.beginList(length);
        for (int i = 0; i < length; i++) {
            element.visit(cx, ptr + i * element.size(), visitor);
        }
        visitor.endList();
    }

    @Override
    long storeRange(LiftLower cx, Val v) {
        List<Val> elements = expect(Val.ListOf.class, v).elements();
        int ptr = allocate(cx, elements.size());
        int at = ptr;
        for (Val each : elements) {
            element.store(cx, each, at);
            at += element.size();
        }
        return Strings.pack(ptr, elements.size());
    }
}
