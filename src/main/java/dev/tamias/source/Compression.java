package dev.tamias.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The compressed formats that are recognised by their first bytes, each with all of its members. */
enum Compression {
    GZIP {
        @Override
        boolean isStart(byte[] head, int from, int length) {
            return starts(head, from, length, 0x1f, 0x8b, 8);
        }

        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    ZSTD {
        @Override
        boolean isStart(byte[] head, int from, int length) {
            return starts(head, from, length, 0x28, 0xb5, 0x2f, 0xfd)
                    || skippable(head, from, length);
        }

        /** A frame that says nothing; parallel compressors put one first. */
        private boolean skippable(byte[] head, int from, int length) {
            return length >= 4
                    && (head[from] & 0xf0) == 0x50
                    && starts(head, from + 1, length - 1, 0x2a, 0x4d, 0x18);
        }

        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(new ZstdBlocks(packed))
                    .setLongMax(LONGEST_WINDOW);
        }
    },
    XZ {
        @Override
        boolean isStart(byte[] head, int from, int length) {
            return starts(head, from, length, 0xfd, '7', 'z', 'X', 'Z', 0);
        }

        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new XZInputStream(packed, MEMORY_MIB << 10);
        }
    },
    BZIP2 {
        @Override
        boolean isStart(byte[] head, int from, int length) {
            return length >= 4
                    && starts(head, from, length, 'B', 'Z', 'h')
                    && head[from + 3] >= '1'
                    && head[from + 3] <= '9'
                    && (starts(head, from + 4, length - 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
                            || starts(head, from + 4, length - 4, 0x17, 0x72, 0x45, 0x38, 0x50));
        }

        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }
    };

    /** How many bytes are enough to tell. */
    static final int HEAD = 10;

    /** What a decoder may take for its window: an archive of a few bytes can ask for gigabytes. */
    static final int MEMORY_MIB = 256;

    /** The same for zstd, whose windows are powers of two: 2^28 bytes. */
    private static final int LONGEST_WINDOW = 28;

    abstract boolean isStart(byte[] head, int from, int length);

    /** A stream of the unpacked bytes. What it throws on bad data may be any exception. */
    abstract InputStream decoder(InputStream packed) throws IOException;

    /** The format that starts so; null for anything else. */
    static @Nullable Compression of(byte[] head, int from, int length) {
        for (Compression each : values()) {
            if (each.isStart(head, from, length)) {
                return each;
            }
        }
        return null;
    }

    static boolean begins(byte[] head, int from, int length) {
        return of(head, from, length) != null;
    }

    private static boolean starts(byte[] head, int from, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[from + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
