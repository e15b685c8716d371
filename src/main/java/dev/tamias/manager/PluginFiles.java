package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of one plugin: {@code NAME.wasm}, and perhaps {@code NAME.toml} and {@code README.md}. */
sealed interface PluginFiles {

    /** Larger binaries and texts are refused unread. */
    int LARGEST_BINARY = 64 << 20;

    int LARGEST_TEXT = 1 << 20;

    String README = "README.md";

    /** Where the plugin is, for people. */
    String origin();

    /**
     * The binary, read now and once.
     *
     * @throws InvalidPlugin where there is none that may be read
     * @throws HostException where reading failed this time
     */
    PluginBinary binary();

    /**
     * The file beside the binary, where there is one.
     *
     * @throws HostException where it cannot be read, is too large or is no UTF-8
     */
    Optional<String> text(String fileName);

    /** How the file looks from outside; null where there is none, or it cannot change. */
    @Nullable FileStamp stamp(String fileName);

    /** Files in a directory. */
    record InDirectory(Path directory, Path wasm) implements PluginFiles {

        @Override
        public String origin() {
            return wasm.toString();
        }

        @Override
        public @Nullable FileStamp stamp(String fileName) {
            return FileStamp.of(directory.resolve(fileName));
        }

        @Override
        public PluginBinary binary() {
            if (!Files.isRegularFile(wasm)) {
                throw invalid(missing());
            }
            try {
                FileStamp before = FileStamp.of(wasm);
                byte[] bytes = read(wasm, LARGEST_BINARY);
                if (bytes.length > LARGEST_BINARY) {
                    throw invalid(tooLarge());
                }
                if (before == null || !before.equals(FileStamp.of(wasm))) {
                    throw unreadable(wasm, "it was written to while it was read", null);
                }
                return PluginBinary.of(bytes);
            } catch (IOException e) {
                throw unreadable(wasm, String.valueOf(e.getMessage()), e);
            }
        }

        private Problem missing() {
            List<String> others = others();
            boolean there = Files.exists(wasm);
            return Problem.error(
                    Trouble.PLUGIN_FILES,
                    there
                            ? "\"" + wasm + "\" is no regular file"
                            : "There is no plugin binary \""
                                    + wasm
                                    + "\""
                                    + (others.isEmpty()
                                            ? ""
                                            : ", but there is \""
                                                    + String.join("\", \"", others)
                                                    + "\""),
                    "a file named as its folder, with .wasm behind",
                    others.isEmpty() ? "Put it there" : "Name the folder and the file alike");
        }

        /** Binaries of other names, which may be meant. */
        private List<String> others() {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.wasm")) {
                files.forEach(each -> names.add(String.valueOf(each.getFileName())));
            } catch (IOException e) {
                // There is nothing to point to then.
            }
            Collections.sort(names);
            return names;
        }

        private Problem tooLarge() {
            return Problem.error(
                    Trouble.PLUGIN_FILES,
                    "The plugin binary \"" + wasm + "\" is too large",
                    "at most " + LARGEST_BINARY + " bytes",
                    "Build it optimised for size and stripped");
        }

        private static InvalidPlugin invalid(Problem problem) {
            return new InvalidPlugin(List.of(problem));
        }

        @Override
        public Optional<String> text(String fileName) {
            Path file = directory.resolve(fileName);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                byte[] bytes = read(file, LARGEST_TEXT);
                if (bytes.length > LARGEST_TEXT) {
                    throw unreadable(file, "it is larger than " + LARGEST_TEXT + " bytes", null);
                }
                return Optional.of(utf8(bytes));
            } catch (CharacterCodingException e) {
                throw unreadable(file, "it is not in UTF-8", e);
            } catch (IOException e) {
                throw unreadable(file, String.valueOf(e.getMessage()), e);
            }
        }

        /** The file, or one byte more than {@code most} where it is longer. */
        static byte[] read(Path file, int most) throws IOException {
            if (Files.size(file) > most) {
                return new byte[most + 1];
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return stream.readNBytes(most + 1);
            }
        }

        private static String utf8(byte[] bytes) throws CharacterCodingException {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }

        private static HostException unreadable(
                Path file, String reason, @Nullable IOException cause) {
            return new HostException(
                    Trouble.PLUGIN_FILES,
                    "\"" + file + "\" cannot be read: " + reason + ".",
                    cause);
        }
    }

    /** Files that come in the class path, such as those of Tamias itself. */
    record Bundled(BundledPlugins root, String folder, String name) implements PluginFiles {

        /** Where the binary is, as a URL. */
        String location() {
            return root.base() + folder + "/" + name + "/" + name + ".wasm";
        }

        @Override
        public String origin() {
            return root.title() + " " + folder + "/" + name;
        }

        @Override
        public @Nullable FileStamp stamp(String fileName) {
            return null;
        }

        @Override
        public PluginBinary binary() {
            return root.read(folder + "/" + name + "/" + name + ".wasm")
                    .map(PluginBinary::of)
                    .orElseThrow(
                            () ->
                                    new HostException(
                                            Trouble.PLUGIN_FILES,
                                            "The bundled plugin \""
                                                    + name
                                                    + "\" is missing from the class path."));
        }

        @Override
        public Optional<String> text(String fileName) {
            return root.read(folder + "/" + name + "/" + fileName)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
