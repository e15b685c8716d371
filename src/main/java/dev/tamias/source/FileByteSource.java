package dev.tamias.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file as a byte source: as it is, or by what its first bytes say: the content of an archive (gzip,
 * zstd, xz, bzip2), the payloads of a capture (pcap, pcapng), also of a capture in an archive.
 */
public final class FileByteSource {

    private FileByteSource() {}

    /**
     * Opens a file. Positions count the bytes that a parser sees: of the unpacked content, of the
     * payload stream ({@link CaptureByteSource}). A file that is neither archive nor capture is
     * seekable and knows its size.
     *
     * @param raw the file's own bytes, whatever they look like
     * @throws dev.tamias.model.HostException where there is no such file, or it is not a regular file,
     *     or may not be read
     */
    public static ByteSource open(Path path, boolean raw) {
        BinaryByteSource file = BinaryByteSource.of(path);
        if (raw) {
            return file;
        }
        if (begin(file, Compression::begins)) {
            file.close();
            return capture(
                    path,
                    new BinaryByteSource(path.toString(), content(path), OptionalLong.empty()));
        }
        return capture(path, file);
    }

    private static ByteSource capture(Path path, BinaryByteSource content) {
        if (begin(content, CaptureReader::begins)) {
            content.close();
            return CaptureByteSource.open(path, CaptureFilter.ALL);
        }
        return content;
    }

    private static boolean begin(BinaryByteSource source, Head head) {
        try {
            source.load(CaptureReader.HEAD);
            return head.begins(source.slice(), source.sliceStart(), source.length());
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Whether some bytes are the start of a format. */
    private interface Head {
        boolean begins(byte[] head, int from, int length);
    }

    /** The bytes of a file, unpacked where they are an archive. */
    static InputStream content(Path path) {
        return CompressedStream.open(FileStream.open(path));
    }
}
