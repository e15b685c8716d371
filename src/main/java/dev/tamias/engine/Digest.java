package dev.tamias.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which code is known. */
final class Digest {

    private Digest() {}

    /** The digest of the parts one after the other. */
    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
