package dev.tamias.manager;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A plugin in a directory, in a file, or in an archive. Links are refused: they lead elsewhere. */
final class FilePackage extends PluginPackage {

    private static final String WASM = ".wasm";

    private final Path path;

    FilePackage(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    @Override
    PluginContent read() {
        try {
            if (Files.isDirectory(path)) {
                return ofDirectory();
            }
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(path.toString(), "there is no such file", null);
            }
            if (isArchive(path)) {
                requireRegular(path);
                return ZipPackage.read(path);
            }
            String name = name(path);
            Path directory = Objects.requireNonNullElse(path.getParent(), path);
            boolean alike =
                    directory.getFileName() != null
                            && directory.getFileName().toString().equals(name);
            // A bare binary among others: what lies beside it need not be meant for it.
            return new PluginContent(
                    name,
                    binary(path),
                    text(directory.resolve(name + ".toml")),
                    alike ? text(directory.resolve(PluginFiles.README)) : Optional.empty());
        } catch (IOException e) {
            throw refused(path.toString(), "it cannot be read: " + e.getMessage(), e);
        }
    }

    private PluginContent ofDirectory() throws IOException {
        String name = String.valueOf(path.getFileName());
        Path wasm = path.resolve(name + WASM);
        if (!Files.exists(wasm, LinkOption.NOFOLLOW_LINKS)) {
            List<String> others = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + WASM)) {
                files.forEach(each -> others.add(each.getFileName().toString()));
            }
            throw refused(
                    path.toString(),
                    "there is no \""
                            + name
                            + WASM
                            + "\" in it"
                            + (others.isEmpty()
                                    ? ""
                                    : ", but \"" + String.join("\", \"", others) + "\""),
                    null);
        }
        return new PluginContent(
                name,
                binary(wasm),
                text(path.resolve(name + ".toml")),
                text(path.resolve(PluginFiles.README)));
    }

    private String name(Path wasm) {
        String name = String.valueOf(wasm.getFileName());
        if (!name.endsWith(WASM)) {
            throw refused(
                    path.toString(), "it is no directory, .wasm file, .zip or .jar archive", null);
        }
        return name.substring(0, name.length() - WASM.length());
    }

    private PluginBinary binary(Path wasm) throws IOException {
        return PluginBinary.of(bytes(wasm, PluginFiles.LARGEST_BINARY));
    }

    private Optional<byte[]> text(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(bytes(file, PluginFiles.LARGEST_TEXT))
                : Optional.empty();
    }

    private byte[] bytes(Path file, int most) throws IOException {
        requireRegular(file);
        byte[] bytes = PluginFiles.InDirectory.read(file, most);
        if (bytes.length > most) {
            throw refused(
                    path.toString(),
                    "\"" + file.getFileName() + "\" is larger than " + most + " bytes",
                    null);
        }
        return bytes;
    }

    private void requireRegular(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(
                    path.toString(),
                    "\"" + file.getFileName() + "\" is a link or no regular file",
                    null);
        }
    }
}
