package dev.tamias.wasi;

import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A directory to grant, with a secret beside it. */
final class Box {

    static final String SECRET = "top secret";

    final Path outside;
    final Path inside;

    Box(Path temporary) throws IOException {
        outside = Files.createDirectories(temporary.resolve("outside"));
        inside = Files.createDirectories(temporary.resolve("inside"));
        Files.writeString(outside.resolve("secret"), SECRET);
        Files.createDirectories(inside.resolve("a/b"));
        Files.writeString(inside.resolve("file"), "file in box");
        Files.writeString(inside.resolve("a/b/deep"), "deep in box");
    }

    Box link(String name, String target) throws IOException {
        Files.createSymbolicLink(inside.resolve(name), Path.of(target));
        return this;
    }

    SandboxedDirectory open(Access access) {
        return open(Preopen.directory(inside, "/box", access));
    }

    static SandboxedDirectory open(Preopen preopen) {
        return SandboxedDirectory.open(preopen, new OpenFiles(256), text -> {});
    }

    static Descriptor openToRead(SandboxedDirectory directory, String path) throws FileError {
        return directory.open(
                path, true, EnumSet.noneOf(OpenFlag.class), EnumSet.of(DescriptorFlag.READ));
    }

    static String read(SandboxedDirectory directory, String path) throws FileError {
        try (Descriptor file = openToRead(directory, path)) {
            return new String(((SandboxedFile) file).read(1000, 0), StandardCharsets.UTF_8);
        }
    }

    static void write(SandboxedDirectory directory, String path, String content) throws FileError {
        Set<OpenFlag> how = EnumSet.of(OpenFlag.CREATE, OpenFlag.TRUNCATE);
        try (Descriptor file = directory.open(path, true, how, EnumSet.of(DescriptorFlag.WRITE))) {
            ((SandboxedFile) file).write(content.getBytes(StandardCharsets.UTF_8), 0);
        }
    }
}
