package dev.tamias.manager;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of the cache on disk: one line with the SHA-256 of all that follows, so that a byte that was
 * changed anywhere is seen; then the versions that the rest depends on, and the rest.
 */
final class CacheFile {

    /** To be raised where the form of the first line, or of the versions behind it, changes. */
    private static final String FIRST = "tamias-cache 2 ";

    private static final int DIGEST = 64;

    private static final int LARGEST = 64 << 20;

    private CacheFile() {}

    /**
     * What is known by the paths of binaries; nothing where there is no file, or one of other versions.
     *
     * @throws IOException where the file is damaged or cannot be read
     */
    static Map<String, PluginCache.Cached> read(Path file, String versions) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is no regular file");
            }
            byte[] bytes = PluginFiles.InDirectory.read(file, LARGEST);
            if (bytes.length > LARGEST) {
                throw damaged();
            }
            return parse(bytes, versions);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (EOFException | RuntimeException e) {
            // Whoever wrote it knew the form of the first line alone.
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("it is damaged");
    }

    private static Map<String, PluginCache.Cached> parse(byte[] bytes, String versions)
            throws IOException {
        int start = FIRST.length() + DIGEST + 1;
        if (bytes.length < start
                || !new String(bytes, 0, start, StandardCharsets.ISO_8859_1)
                        .equals(first(bytes, start))) {
            throw damaged();
        }
        DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start));
        Map<String, PluginCache.Cached> all = new TreeMap<>();
        if (CachedForm.text(in).equals(versions)) {
            for (int left = in.readInt(); left > 0; left--) {
                all.put(CachedForm.text(in), CachedForm.read(in));
            }
        }
        return all;
    }

    private static String first(byte[] bytes, int start) {
        return FIRST + PluginBinary.sha256(bytes, start) + "\n";
    }

    /** Writes what is known to a new file and moves it into place. */
    static void write(Path file, String versions, Map<String, PluginCache.Cached> all)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        CachedForm.text(out, versions);
        out.writeInt(all.size());
        for (Map.Entry<String, PluginCache.Cached> each : all.entrySet()) {
            CachedForm.text(out, each.getKey());
            CachedForm.write(out, each.getValue());
        }
        byte[] content = bytes.toByteArray();
        bytes.reset();
        bytes.writeBytes(first(content, 0).getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        WholeFile.replace(file, bytes.toByteArray());
    }
}
