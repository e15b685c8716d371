package dev.tamias.source;

import dev.tamias.model.TamiasException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * A stream's bytes, unpacked where they are gzip, zstd, xz or bzip2: all members, frames and
 * concatenated streams. What it is shows in the first bytes, which are looked at by the first read, no
 * more of them than it takes to tell. A decoder may take 256 MiB of memory.
 *
 * <p>Whatever a decoder throws on damaged data is an {@link IOException} here, and comes after the
 * bytes that were unpacked before it.
 */
public final class CompressedStream extends InputStream {

    /** The most that is unpacked at once: a decoder that fails forgets what it did in that call. */
    private static final int PIECE = 4 << 10;

    private static final int BUFFER = 64 << 10;

    private final Packed packed;
    private @Nullable InputStream unpacked;
    private @Nullable Compression compression;
    private @Nullable Exception failure;

    private CompressedStream(InputStream stream) {
        this.packed = new Packed(stream);
    }

    /** The unpacked bytes of {@code stream}, or those bytes themselves. Nothing is read yet. */
    public static InputStream open(InputStream stream) {
        return new CompressedStream(stream);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        throwFailure();
        long before = 0;
        try {
            InputStream decoder = unpacked();
            before = counted();
            return decoder.read(
                    target, from, compression == null ? length : Math.min(length, PIECE));
        } catch (IOException | RuntimeException e) {
            int kept = (int) (counted() - before);
            failure = described(e);
            if (kept == 0) {
                throwFailure();
            }
            return kept;
        }
    }

    private void throwFailure() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    /** How many bytes the decoder has given, where it knows: those of a call that failed are kept. */
    private long counted() {
        return unpacked instanceof CompressorInputStream counting ? counting.getBytesRead() : 0;
    }

    private InputStream unpacked() throws IOException {
        if (unpacked == null) {
            InputStream whole = recognised();
            // Some decoders read byte by byte.
            unpacked =
                    compression == null
                            ? whole
                            : compression.decoder(new BufferedInputStream(whole, BUFFER));
        }
        return unpacked;
    }

    /** Reads on only while the bytes so far may be the start of an archive. */
    private InputStream recognised() throws IOException {
        byte[] head = new byte[Compression.HEAD];
        int length = 0;
        while (length < head.length && compression == null && promising(head, length)) {
            int next = packed.read();
            if (next < 0) {
                break;
            }
            head[length++] = (byte) next;
            compression = Compression.of(head, 0, length);
        }
        // Not a pushback stream, which would wait for more behind what was pushed back.
        return new SequenceInputStream(new ByteArrayInputStream(head, 0, length), packed);
    }

    private static boolean promising(byte[] head, int length) {
        if (length == 0) {
            return true;
        }
        int first = head[0] & 0xff;
        if (first == 'B') {
            return length < 2 || head[1] == 'Z';
        }
        return first == 0x1f || first == 0x28 || first == 0xfd || (first & 0xf0) == 0x50;
    }

    private Exception described(Exception e) {
        if (e instanceof TamiasException || packed.failed || compression == null) {
            return e;
        }
        String format = compression.name().toLowerCase(Locale.ROOT);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new IOException(
                String.format(
                        "the %s data %s (the byte is counted in the unpacked content)",
                        format, wrong(e, reason)),
                e);
    }

    private static String wrong(Exception e, String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (e instanceof MemoryLimitException || words.contains("too much memory")) {
            return "needs more memory to unpack than "
                    + Compression.MEMORY_MIB
                    + " MiB; unpack it with its own tool first";
        }
        boolean cut =
                e instanceof EOFException
                        || words.contains("truncated")
                        || words.contains("unexpected end");
        return cut ? "ends too early, the file is cut short" : "is damaged: " + reason;
    }

    @Override
    public int available() throws IOException {
        return unpacked == null || failure != null ? 0 : unpacked.available();
    }

    @Override
    public void close() throws IOException {
        try {
            if (unpacked != null) {
                unpacked.close();
            }
        } catch (RuntimeException e) {
            throw new IOException("the decoder cannot be closed: " + e.getMessage(), e);
        } finally {
            packed.close();
        }
    }

    /** The packed bytes; remembers whether it was they that could not be read. */
    private static final class Packed extends FilterInputStream {

        private boolean failed;

        Packed(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException | RuntimeException e) {
                failed = true;
                throw e;
            }
        }
    }
}
