package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCacheTest {

    private static final CoreBinary ADDER =
            new ModuleBuilder()
                    .type(List.of(CoreValType.I32), List.of(CoreValType.I32))
                    .func(0, 0, ModuleBuilder.code(0x20, 0, 0x41, 1, 0x6a))
                    .export("add", ModuleBuilder.FUNC, 0)
                    .build();

    @TempDir Path directory;

    private Path cache() {
        return directory.resolve("code");
    }

    private long add(long value) {
        try (Engine engine = Engine.builder().cacheDirectory(cache()).build()) {
            CoreInstance instance =
                    engine.compile(ADDER, TypeSpace.of(List.of(ADDER)))
                            .instantiate(
                                    (module, name) -> {
                                        throw new AssertionError();
                                    },
                                    Limits.defaults());
            return ((CoreFunc) instance.exports().get("add")).call(value)[0];
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** Compiled code states when it was made, so the same bytes are not to be expected. */
    private static void assertWhole(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        assertThat(stored).hasSizeGreaterThan(32);
        byte[] code = Arrays.copyOfRange(stored, 32, stored.length);
        assertThat(Arrays.copyOf(stored, 32)).isEqualTo(sha256(code));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keeps_compiled_code_and_reads_it_again() throws IOException {
        assertThat(add(1)).isEqualTo(2);
        Path file = onlyFile();
        byte[] first = Files.readAllBytes(file);
        Object written = Files.getLastModifiedTime(file);
        assertThat(add(41)).isEqualTo(42);
        assertThat(onlyFile()).isEqualTo(file).hasBinaryContent(first);
        assertThat((Object) Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void compiles_again_where_a_byte_is_damaged() throws IOException {
        add(1);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 31, 32, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(add(41)).isEqualTo(42);
            assertWhole(onlyFile());
        }
    }

    @Test
    void compiles_again_where_a_file_is_cut_off() throws IOException {
        add(1);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 32, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(add(41)).isEqualTo(42);
            assertWhole(onlyFile());
        }
    }

    @Test
    void only_the_user_may_read_it() throws IOException {
        add(1);
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())))
                .isEqualTo("rwx------");
    }

    @Test
    void runs_where_nothing_can_be_written() throws IOException {
        Files.createFile(cache());
        assertThat(add(1)).isEqualTo(2);
    }

    @Test
    void the_code_of_a_module_is_forgotten_when_asked() throws IOException {
        add(1);
        try (Engine engine = Engine.builder().cacheDirectory(cache()).build()) {
            engine.forgetCode(ADDER, TypeSpace.of(List.of(ADDER)));
        }
        assertThat(cache()).isEmptyDirectory();
        assertThat(add(41)).isEqualTo(42);
    }

    @Test
    void what_is_not_used_any_more_is_swept_when_something_is_compiled() throws IOException {
        add(1);
        Path used = onlyFile();
        String version = String.valueOf(used.getFileName()).replaceAll("[0-9a-f]{64}.*", "");
        Path unused = aged(version + "1.code", 61);
        Path earlier = aged("tamias-code-3-chicory-1.7.4-jdk-17-2.code", 8);
        Path ofBefore = aged("a".repeat(64) + ".code", 8);
        Path unfinished = aged("new-1.tmp", 1);
        Path stillUsed = aged(version + "3.code", 59);
        Path otherRelease = aged("tamias-code-9-chicory-1.9.9-jdk-17-4.code", 6);
        Path foreign = aged("notes.txt", 1_000);
        Files.delete(used);

        add(1);

        assertThat(List.of(unused, earlier, ofBefore, unfinished))
                .noneMatch(file -> Files.exists(file));
        assertThat(List.of(used, stillUsed, otherRelease, foreign))
                .allMatch(file -> Files.exists(file));
    }

    @Test
    void using_code_keeps_it_from_being_swept() throws IOException {
        add(1);
        Path used = onlyFile();
        age(used, 59);
        add(41);
        assertThat(Files.getLastModifiedTime(used).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    private Path aged(String name, int days) throws IOException {
        return age(Files.createFile(cache().resolve(name)), days);
    }

    private static Path age(Path file, int days) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }
}
