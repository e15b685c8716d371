package dev.tamias.component.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-16 as guests have it, which is Java's own but for the bytes' order: the JDK's charset takes five times as long. */
final class Utf16 {

    private static final VarHandle CHARS =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    private Utf16() {}

    /** @param bytes well-formed */
    static String decode(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) CHARS.get(bytes, 2 * i);
        }
        return new String(chars);
    }

    /** Well-formed where the string is. */
    static byte[] encode(String v) {
        byte[] bytes = new byte[2 * v.length()];
        for (int i = 0; i < v.length(); i++) {
            CHARS.set(bytes, 2 * i, v.charAt(i));
        }
        return bytes;
    }
}
