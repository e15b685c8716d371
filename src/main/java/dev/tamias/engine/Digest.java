package dev.tamias.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which code is known. */
final class Digest {

    private Digest() {}

    /** The digest of the parts one after the other. */
    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The digest of the bytes from an index on. */
    static byte[] sha256From(byte[] bytes, int from) {
        MessageDigest digest = sha256();
        digest.update(bytes, from, bytes.length - from);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
