package dev.tamias.engine.binary;

import java.io.ByteArrayOutputStream;

/** Writes the tokens that {@link BinaryReader} reads. */
public final class BinaryWriter {

    private final ByteArrayOutputStream out;

    public BinaryWriter(int expected) {
        out = new ByteArrayOutputStream(expected);
    }

    public BinaryWriter u8(int value) {
        out.write(value);
        return this;
    }

    public BinaryWriter u32(long value) {
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** A signed number in as few bytes as it takes. */
    public BinaryWriter signed(long value) {
        long rest = value;
        while (rest > 63 || rest < -64) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>= 7;
        }
        out.write((int) (rest & 0x7f));
        return this;
    }

    public BinaryWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The bytes of {@code source} from {@code from} to {@code to}. */
    public BinaryWriter bytes(byte[] source, int from, int to) {
        out.write(source, from, to - from);
        return this;
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
