package dev.tamias.engine;

import dev.tamias.engine.binary.SplitSizes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiled code on disk: one file a module, named by the versions of engine and rewriter, the JDK line,
 * and a digest of the module and its types. A file starts with the SHA-256 of what follows, and is written
 * beside its place and moved there whole. Only the user may read it, since it holds code to run.
 *
 * <p>A cache that cannot be read or written costs time and nothing else: it is then not used.
 */
final class CodeCache {

    /** To be raised with every change of the rewriter that changes its output. */
    private static final String FORMAT = "tamias-code-9";

    static final String ENGINE = "chicory-" + com.dylibso.chicory.wasm.Version.version();

    /** Starts the names of the files that this release may use on this line of the JDK. */
    private static final String VERSION =
            FORMAT + "-" + ENGINE + "-jdk-" + Runtime.version().feature();

    private static final int DIGEST_BYTES = 32;

    private final Path directory;
    private volatile boolean swept;

    CodeCache(Path directory) {
        this.directory = directory;
    }

    /** {@code tamias/code} below XDG_CACHE_HOME or {@code ~/.cache}; null where neither is known. */
    static @Nullable Path defaultDirectory() {
        String set = System.getenv("XDG_CACHE_HOME");
        if (set != null && !set.isBlank()) {
            return Path.of(set, "tamias", "code");
        }
        String home = System.getProperty("user.home");
        return home == null || home.isBlank() || home.equals("?")
                ? null
                : Path.of(home, ".cache", "tamias", "code");
    }

    /**
     * What was put under that key, or null.
     *
     * @param sizes which functions are split that are compiled later
     */
    @Nullable CompiledCode get(String key, SplitSizes sizes) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            byte[] stored = Files.readAllBytes(file);
            if (isWhole(stored)) {
                CodeSweep.used(file);
                return CompiledCode.of(stored, DIGEST_BYTES, sizes);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Unreadable is as good as absent: the module is compiled again.
        }
        return null;
    }

    private static boolean isWhole(byte[] stored) {
        return stored.length > DIGEST_BYTES
                && Arrays.equals(
                        Arrays.copyOf(stored, DIGEST_BYTES),
                        Digest.sha256From(stored, DIGEST_BYTES));
    }

    void put(String key, CompiledCode compiled) {
        try {
            createDirectory();
            Path temporary =
                    Files.createTempFile(directory, "new-", ".tmp", privateTo("rw-------"));
            try {
                byte[] code = compiled.toBytes();
                byte[] stored = Arrays.copyOf(Digest.sha256(code), DIGEST_BYTES + code.length);
                System.arraycopy(code, 0, stored, DIGEST_BYTES, code.length);
                Files.write(temporary, stored);
                move(temporary, file(key));
            } finally {
                Files.deleteIfExists(temporary);
            }
            if (!swept) {
                swept = true;
                new CodeSweep(directory, VERSION).run();
            }
        } catch (IOException e) {
            // A read-only or full disk must not keep a plugin from running.
        }
    }

    /** Takes away what was put under that key; whoever has read it may go on with it. */
    void remove(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            // It is swept when it has not been used for long.
        }
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, privateTo("rwx------"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileAttribute<?>[] privateTo(String permissions) {
        Set<String> views = directory.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path file(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        return directory.resolve(
                VERSION + "-" + HexFormat.of().formatHex(Digest.sha256(name)) + ".code");
    }
}
