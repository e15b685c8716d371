package dev.tamias.manager;

import dev.tamias.engine.Engine;
import dev.tamias.model.PluginType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Plugins to be put into directories, and managers over these. */
final class SamplePlugins {

    /** It interprets: a few calls take less time than compiling what makes them. */
    static final Engine ENGINE = Engine.builder().compiling(false).build();

    private static final Path OWN = Path.of("src/main/resources/dev/tamias/plugins");
    private static final Path BAD = Path.of("src/test/resources/plugins");

    private SamplePlugins() {}

    static byte[] lines() {
        return bytes(OWN.resolve("parsers/lines/lines.wasm"));
    }

    static byte[] fields() {
        return bytes(OWN.resolve("parsers/fields/fields.wasm"));
    }

    static byte[] fileSource() {
        return bytes(OWN.resolve("bytesources/file-source/file-source.wasm"));
    }

    static byte[] test(String name) {
        return bytes(BAD.resolve(name).resolve(name + ".wasm"));
    }

    /** A plugin of few bytes. */
    static byte[] small() {
        return test("sockets");
    }

    /** The same with a section that says nothing. */
    static byte[] smallToo() {
        byte[] wasm = small();
        byte[] longer = Arrays.copyOf(wasm, wasm.length + 4);
        longer[wasm.length + 1] = 2;
        longer[wasm.length + 2] = 1;
        longer[wasm.length + 3] = 'x';
        return longer;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a plugin into a root as somebody with a file manager would; answers its binary. */
    static Path put(Path root, PluginType type, String name, byte[] wasm) {
        try {
            Path directory = Files.createDirectories(root.resolve(type.folder()).resolve(name));
            return Files.write(directory.resolve(name + ".wasm"), wasm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PluginsManager scan(Path... roots) {
        return PluginsManager.scan(ENGINE, List.of(roots));
    }

    /** As {@link PluginsManager#check}, without the bundled plugins, which take their time. */
    static void check(PluginsManager manager) {
        manager.list().stream()
                .filter(each -> !each.isBundled())
                .forEach(
                        each -> {
                            each.check();
                            each.save();
                        });
    }

    static PluginEntry parser(PluginsManager manager, String name) {
        return manager.find(PluginType.PARSER, name).orElseThrow();
    }

    /** An empty directory of that name with a plugin of that name in it, to be added. */
    static Path source(Path directory, String name, byte[] wasm) throws IOException {
        Path made = Files.createDirectories(directory.resolve(name));
        Files.write(made.resolve(name + ".wasm"), wasm);
        return made;
    }
}
