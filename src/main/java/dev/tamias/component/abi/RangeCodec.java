package dev.tamias.component.abi;

import dev.tamias.engine.Rule;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** What lists have in common: an address and a number of elements (CanonicalABI.md, {@code load_list}). */
abstract class RangeCodec extends Codec {

    static final int MAX_LIST_BYTE_LENGTH = (1 << 28) - 1;

    private final int elementSize;
    private final int elementAlignment;

    RangeCodec(int elementSize, int elementAlignment) {
        super(4, 8, List.of(CoreValType.I32, CoreValType.I32), 48);
        this.elementSize = elementSize;
        this.elementAlignment = elementAlignment;
    }

    /** {@code load_list_from_valid_range}. */
    abstract Val loadRange(LiftLower cx, int ptr, int length);

    /** Tells the elements of a valid range. */
    abstract void visitRange(LiftLower cx, int ptr, int length, ValVisitor visitor);

    /** {@code store_list_into_range}: gives the address in the low, the length in the high half. */
    abstract long storeRange(LiftLower cx, Val v);

    /** Transfers the elements of a valid range into one. */
    abstract void transferElements(LiftLower from, int src, LiftLower to, int dst, int length);

    @Override
    public final Val load(LiftLower cx, int ptr) {
        long range = cx.memory().readLong(ptr);
        return lift(cx, (int) range, (int) (range >>> 32));
    }

    @Override
    public final Val liftFlat(LiftLower cx, CoreValues vi) {
        int begin = vi.nextI32();
        return lift(cx, begin, vi.nextI32());
    }

    private Val lift(LiftLower cx, int begin, int length) {
        requireRange(cx, begin, length);
        return loadRange(cx, begin, length);
    }

    @Override
    public final void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeLong(ptr, storeRange(cx, v));
    }

    @Override
    public final void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        long range = storeRange(cx, v);
        out.putI32((int) range);
        out.putI32((int) (range >>> 32));
    }

    @Override
    public final void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        long range = cx.memory().readLong(ptr);
        int begin = (int) range;
        int length = (int) (range >>> 32);
        requireRange(cx, begin, length);
        visitRange(cx, begin, length, visitor);
    }

    @Override
    public final void transfer(LiftLower from, int src, LiftLower to, int dst) {
        long range = from.memory().readLong(src);
        int begin = (int) range;
        int length = (int) (range >>> 32);
        int ptr = transferRange(from, begin, length, to);
        to.memory().writeLong(dst, Strings.pack(ptr, length));
    }

    @Override
    public final void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        int begin = vi.nextI32();
        int length = vi.nextI32();
        out.putI32(transferRange(from, begin, length, to));
        out.putI32(length);
    }

    private int transferRange(LiftLower from, int begin, int length, LiftLower to) {
        requireRange(from, begin, length);
        int ptr = allocate(to, length);
        transferElements(from, begin, to, ptr, length);
        return ptr;
    }

    private void requireRange(LiftLower cx, int ptr, int length) {
        long byteLength = Integer.toUnsignedLong(length) * elementSize;
        Rule.trapIf(byteLength > MAX_LIST_BYTE_LENGTH, "list too long");
        cx.requireRange(ptr, byteLength, elementAlignment, "list");
    }

    /** Has the guest allocate a list of that many elements. */
    final int allocate(LiftLower cx, int length) {
        long byteLength = (long) length * elementSize;
        if (byteLength > MAX_LIST_BYTE_LENGTH) {
            throw new IllegalArgumentException("the list takes " + byteLength + " bytes");
        }
        return cx.allocate(elementAlignment, byteLength);
    }
}
