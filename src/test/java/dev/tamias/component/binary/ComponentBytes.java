package dev.tamias.component.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a component together byte by byte, each section with its length counted. */
final class ComponentBytes {

    static final int CORE_MODULE = 1;
    static final int CORE_INSTANCE = 2;
    static final int COMPONENT = 4;
    static final int INSTANCE = 5;
    static final int ALIAS = 6;
    static final int TYPE = 7;
    static final int CANON = 8;
    static final int IMPORT = 10;
    static final int EXPORT = 11;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ComponentBytes(int version, int layer) {
        out.writeBytes(of(0x00, 'a', 's', 'm', version, 0x00, layer, 0x00));
    }

    static ComponentBytes component() {
        return new ComponentBytes(0x0d, 0x01);
    }

    static ComponentBytes coreModule() {
        return new ComponentBytes(0x01, 0x00);
    }

    /** A section with that content. */
    ComponentBytes section(int id, Object... content) {
        byte[] bytes = of(content);
        out.write(id);
        out.writeBytes(number(bytes.length));
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Numbers as single bytes, texts as names with their length, arrays as they are. */
    static byte[] of(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(number(encoded.length));
                bytes.writeBytes(encoded);
            } else if (part instanceof byte[] raw) {
                bytes.writeBytes(raw);
            } else if (part instanceof Character letter) {
                bytes.write(letter);
            } else {
                bytes.write((Integer) part);
            }
        }
        return bytes.toByteArray();
    }

    /** An unsigned LEB128 number. */
    static byte[] number(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest >= 0x80) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }
}
