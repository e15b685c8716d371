package dev.tamias.component.abi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A list of anything but u8. */
final class ListCodec extends RangeCodec {

    /** A reference to an element, in the host's array. */
    private static final int REFERENCE_BYTES = 8;

    /** Most bytes of a list that are held at a time while it is transferred. */
    private static final int BLOCK_BYTES = 1 << 16;

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

    @Override
    void transferElements(LiftLower from, int src, LiftLower to, int dst, int length) {
        int size = element.size();
        if (element.isPlain()) {
            from.memory().copyTo(src, to.memory(), dst, length * size);
        } else if (element.isDense()) {
            transferBlocks(from, src, to, dst, length);
        } else {
            for (int i = 0; i < length; i++) {
                element.transfer(from, src + i * size, to, dst + i * size);
            }
        }
    }

    private void transferBlocks(LiftLower from, int src, LiftLower to, int dst, int length) {
        int size = element.size();
        int most = Math.max(1, BLOCK_BYTES / size);
        for (int done = 0; done < length; done += most) {
            int count = Math.min(most, length - done);
            byte[] block = from.memory().readBytes(src + done * size, count * size);
            for (int i = 0; i < count; i++) {
                element.canonicalize(block, i * size);
            }
            to.memory().writeBytes(dst + done * size, block, 0, block.length);
        }
    }
}
