package dev.tamias.manager;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a plugin, read once: those that are hashed are those that are compiled. */
record PluginBinary(byte[] bytes, String sha256) {

    static PluginBinary of(byte[] bytes) {
        return new PluginBinary(bytes, sha256(bytes));
    }

    /** The SHA-256 of bytes, in hexadecimal. */
    static String sha256(byte[] bytes) {
        return sha256(bytes, 0);
    }

    /** The SHA-256 of the bytes from an index on, in hexadecimal. */
    static String sha256(byte[] bytes, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
