package dev.tamias.workshop;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Where the workshop's files lie, and that they are the ones that are meant. */
record ToolFiles(Path directory) {

    private static final String WASM_TOOLS = "wasm-tools.core.wasm";
    private static final String ADAPTER = "wasi_snapshot_preview1.reactor.wasm";
    private static final String REMEDY =
            "Run \"kernel/tamias workshop\", which gets it from the registry of npm.";

    /** The files of the packages that kernel/tamias names, by their SHA-256. */
    private static final Map<String, String> SHA256 =
            Map.of(
                    WASM_TOOLS,
                    "3fefaaa84d88c2e256f1313a333f9bd605cb0eab55658f178a6f469fc01a6d22",
                    ADAPTER,
                    "b857310c4753c8fafaa0f890e9ccf978dc3d9dbe8804b1125291a627485041d0");

    static ToolFiles in(Path directory) {
        return new ToolFiles(directory);
    }

    /** Where {@code kernel/tamias workshop} installs them. */
    static ToolFiles installed() {
        String property = System.getProperty("tamias.workshop", "");
        if (!property.isEmpty()) {
            return in(Path.of(property));
        }
        String variable = System.getenv("TAMIAS_WORKSHOP");
        if (variable != null && !variable.isEmpty()) {
            return in(Path.of(variable));
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path home =
                data != null && !data.isEmpty()
                        ? Path.of(data)
                        : Path.of(System.getProperty("user.home", ""), ".local", "share");
        return in(home.resolve("tamias").resolve("workshop"));
    }

    boolean isInstalled() {
        return Files.exists(directory.resolve(WASM_TOOLS));
    }

    byte[] wasmTools() {
        Path file = directory.resolve(WASM_TOOLS);
        if (!isInstalled()) {
            throw trouble("The workshop is not installed: there is no \"" + file + "\".", null);
        }
        return read(file);
    }

    Optional<byte[]> adapter() {
        Path file = directory.resolve(ADAPTER);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static byte[] read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw trouble("The workshop's \"" + file + "\" cannot be read: " + e + ".", e);
        }
        String expected = SHA256.get(String.valueOf(file.getFileName()));
        if (!sha256(bytes).equals(expected)) {
            throw trouble(
                    "The workshop's \"" + file + "\" is another file than the one that is meant.",
                    null);
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static HostException trouble(
            String found, @org.jspecify.annotations.Nullable Throwable cause) {
        return new HostException(Trouble.WORKSHOP, found + " " + REMEDY, cause);
    }
}
