package dev.tamias.wasi;

import dev.tamias.component.abi.Val;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;

/**
 * A number that tells files apart (wasi:filesystem/types, {@code metadata-hash}), made with a secret of
 * one guest, so that it tells nothing of the host's inodes. C libraries take it for the number of an
 * inode, so it stays when a file is written to or renamed.
 */
final class MetadataHash {

    private final byte[] secret = new byte[16];

    MetadataHash() {
        new SecureRandom().nextBytes(secret);
    }

    /** A {@code metadata-hash-value} of which object it is. */
    Val of(FileStat stat) {
        MessageDigest digest = digest();
        digest.update(secret);
        digest.update(String.valueOf(stat.key()).getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Val.Record(List.of(new Val.U64(hash.getLong()), new Val.U64(hash.getLong())));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
