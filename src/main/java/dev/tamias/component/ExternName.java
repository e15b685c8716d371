package dev.tamias.component;

import dev.tamias.model.SemanticVersion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Import and export names with versions, such as {@code wasi:io/streams@0.2.3}: two of them match
 * where their versions are on one compatibility track (Explainer.md, "canonical interface name").
 */
final class ExternName {

    private ExternName() {}

    /** What has that name exactly, else what has it in a compatible version, else null. */
    static <T> @Nullable T find(Map<String, T> named, String name) {
        T exact = named.get(name);
        if (exact != null) {
            return exact;
        }
        String wanted = track(name);
        if (wanted == null) {
            return null;
        }
        for (Map.Entry<String, T> each : named.entrySet()) {
            if (wanted.equals(track(each.getKey()))) {
                return each.getValue();
            }
        }
        return null;
    }

    /** The name with its version cut down to the compatibility track; null where it has no version. */
    private static @Nullable String track(String name) {
        int at = name.lastIndexOf('@');
        if (at < 0) {
            return null;
        }
        String version = name.substring(at + 1);
        Optional<SemanticVersion> parsed = SemanticVersion.parse(version);
        return name.substring(0, at + 1)
                + parsed.map(SemanticVersion::compatibilityTrack).orElse(version);
    }
}
