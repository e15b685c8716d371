package dev.tamias.wasi;

import dev.tamias.component.type.FuncType;
import dev.tamias.model.SemanticVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The types of WASI's functions, so that a component's imports can be held against them before it runs:
 * what is offered here takes values as they come. Versions of 0.2 add functions and change none.
 */
public final class WasiSignatures {

    private static final String LIST = "signatures.txt";

    private static final SemanticVersion VERSION = new SemanticVersion(0, 2, 0);

    private static final Map<String, String> SIGNATURES = read();

    private WasiSignatures() {}

    /**
     * The type of a function, where it is another than a component imports.
     *
     * @param instance as it is imported, such as {@code wasi:io/streams@0.2.3}
     * @return empty where it is the same, or the function is not known
     */
    public static Optional<String> otherThan(String instance, String function, FuncType type) {
        int at = instance.indexOf('@');
        boolean ours =
                at > 0
                        && SemanticVersion.parse(instance.substring(at + 1))
                                .map(SemanticVersion::compatibilityTrack)
                                .filter(VERSION.compatibilityTrack()::equals)
                                .isPresent();
        return ours
                ? Optional.ofNullable(SIGNATURES.get(instance.substring(0, at) + "#" + function))
                        .filter(known -> !known.equals(type.toString()))
                : Optional.empty();
    }

    private static Map<String, String> read() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> signatures = new HashMap<>();
        for (String line : lines()) {
            int space = line.indexOf(' ');
            String name = line.substring(0, Math.max(0, space));
            String text = line.substring(space + 1);
            if (text.startsWith("= ")) {
                names.put("$" + name, text.substring(2));
            } else if (name.startsWith("wasi:")) {
                for (Map.Entry<String, String> each : names.entrySet()) {
                    text = text.replace(each.getKey(), each.getValue());
                }
                signatures.put(name, text);
            }
        }
        return signatures;
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(WasiSignatures.class.getResourceAsStream(LIST))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
