package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that takes a path with every shape of path that has led out of some sandbox, links in
 * the last place followed and not. The answers are in escapes.txt, a row for each operation.
 */
class EscapeTest {

    private static final FileTime TIME = FileTime.fromMillis(1_000_000);

    /** An operation of {@code descriptor}. */
    interface Operation {
        void on(SandboxedDirectory directory, String path, boolean follow) throws FileError;
    }

    @TempDir private Path temporary;

    private static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("open", EscapeTest::open);
        all.put("create", EscapeTest::create);
        all.put("stat", (directory, path, follow) -> directory.stat(path, follow));
        all.put("touch", (directory, path, follow) -> directory.touch(path, follow, TIME, TIME));
        all.put("mkdir", (directory, path, follow) -> directory.createDirectory(path));
        all.put("rmdir", (directory, path, follow) -> directory.removeDirectory(path));
        all.put("unlink", (directory, path, follow) -> directory.unlinkFile(path));
        all.put("rename-from", (dir, path, follow) -> dir.rename(path, dir, "new"));
        all.put("rename-to", (dir, path, follow) -> dir.rename("a/b/deep", dir, path));
        all.put("link-from", (dir, path, follow) -> dir.link(path, dir, "new"));
        all.put("link-to", (dir, path, follow) -> dir.link("a/b/deep", dir, path));
        all.put("symlink", (directory, path, follow) -> directory.symlink("file", path));
        all.put("readlink", (directory, path, follow) -> directory.readLink(path));
        return all;
    }

    private static void open(SandboxedDirectory directory, String path, boolean follow)
            throws FileError {
        try (Descriptor opened =
                directory.open(
                        path,
                        follow,
                        EnumSet.noneOf(OpenFlag.class),
                        EnumSet.of(DescriptorFlag.READ))) {
            if (opened instanceof SandboxedFile file) {
                assertThat(new String(file.read(100, 0), StandardCharsets.UTF_8))
                        .doesNotContain(Box.SECRET);
            }
        }
    }

    private static void create(SandboxedDirectory directory, String path, boolean follow)
            throws FileError {
        directory
                .open(
                        path,
                        follow,
                        EnumSet.of(OpenFlag.CREATE, OpenFlag.TRUNCATE),
                        EnumSet.of(DescriptorFlag.WRITE))
                .close();
    }

    private Map<String, String> shapes(Box box) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("parent", "../outside/secret");
        all.put("absolute", box.outside.resolve("secret").toString());
        all.put("inner-parent", "a/../../outside/secret");
        all.put("link-file", "to-secret");
        all.put("link-dir", "out/secret");
        all.put("link-chain", "chain");
        all.put("link-loop", "loop");
        all.put("link-dangling", "dangling");
        all.put("slash", "out/");
        all.put("slash-dot", "out/.");
        all.put("nul", "file\0/../../outside/secret");
        all.put("backslash", "..\\outside\\secret");
        all.put("drive", "C:\\outside");
        all.put("long", "a/../".repeat(900) + "../outside/secret");
        all.put("empty", "");
        all.put("read-only", "file");
        return all;
    }

    private static Stream<String> answers() {
        try (InputStream in = EscapeTest.class.getResourceAsStream("/wasi/escapes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void no_path_leads_out(String row) throws Exception {
        List<String> words = List.of(row.split(" +"));
        Operation operation = Objects.requireNonNull(operations().get(words.get(0)));
        boolean follow = words.get(1).equals("follow");
        StringBuilder found = new StringBuilder();
        for (String shape : shapes(new Box(temporary.resolve("names"))).keySet()) {
            found.append(' ').append(attempt(operation, shape, follow));
        }
        assertThat(words.get(0) + " " + words.get(1) + found).isEqualTo(String.join(" ", words));
    }

    /** The answer; nothing outside may have changed. */
    private String attempt(Operation operation, String shape, boolean follow) throws IOException {
        Path fresh = temporary.resolve(shape);
        Box box = new Box(fresh);
        box.link("to-secret", "../outside/secret")
                .link("out", "../outside")
                .link("chain", "to-out");
        box.link("to-out", "a/up").link("loop", "loop2").link("loop2", "loop");
        box.link("dangling", "../outside/new").link("a/up", "../../outside/secret");
        Map<String, String> before = tree(box.outside);
        String path = Objects.requireNonNull(shapes(box).get(shape));
        Access access = shape.equals("read-only") ? Access.READ_ONLY : Access.READ_WRITE;
        String answer = "ok";
        try (SandboxedDirectory directory = box.open(access)) {
            operation.on(directory, path, follow);
        } catch (FileError error) {
            answer = error.getMessage();
            assertThat(error.getCause()).isNull();
        }
        assertThat(tree(box.outside)).isEqualTo(before);
        assertThat(fresh.toFile().list()).hasSize(2);
        assertThat(answer).doesNotContain("/");
        return Objects.requireNonNull(answer);
    }

    /** Every path with its kind, time and content. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                String content = Files.isRegularFile(each) ? Files.readString(each) : "directory";
                Object links = Files.getAttribute(each, "unix:nlink");
                tree.put(
                        each.toString(),
                        content + " " + Files.getLastModifiedTime(each) + " " + links);
            }
        }
        return tree;
    }
}
