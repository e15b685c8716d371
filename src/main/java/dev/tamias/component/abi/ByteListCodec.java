package dev.tamias.component.abi;

import java.util.List;

/** {@code list<u8>}: copied as a whole. */
final class ByteListCodec extends RangeCodec {

    ByteListCodec() {
        super(1, 1);
    }

    @Override
    Val loadRange(LiftLower cx, int ptr, int length) {
        return new Val.Bytes(read(cx, ptr, length));
    }

    @Override
    void visitRange(LiftLower cx, int ptr, int length, ValVisitor visitor) {
        visitor.bytes(read(cx, ptr, length));
    }

    private static byte[] read(LiftLower cx, int ptr, int length) {
        cx.budget().charge(length);
        return cx.memory().readBytes(ptr, length);
    }

    @Override
    long storeRange(LiftLower cx, Val v) {
        byte[] bytes = bytes(v);
        int ptr = allocate(cx, bytes.length);
        cx.memory().writeBytes(ptr, bytes, 0, bytes.length);
        return Strings.pack(ptr, bytes.length);
    }

    @Override
    void transferElements(LiftLower from, int src, LiftLower to, int dst, int length) {
        from.memory().copyTo(src, to.memory(), dst, length);
    }

    private static byte[] bytes(Val v) {
        if (v instanceof Val.ListOf list) {
            List<Val> elements = list.elements();
            byte[] bytes = new byte[elements.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) inRange(expect(Val.U8.class, elements.get(i)).value(), 0, 0xff);
            }
            return bytes;
        }
        return expect(Val.Bytes.class, v).value();
    }
}
