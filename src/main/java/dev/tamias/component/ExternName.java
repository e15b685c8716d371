package dev.tamias.component;

import dev.tamias.model.SemanticVersion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Import and export names with versions, such as {@code wasi:io/streams@0.2.3}: two of them match
 * where their versions are on one compatibility track, whichever is newer (Explainer.md, "Canonical
 * Interface Name"). A pre-release matches itself alone: its interface may still change.
 */
final class ExternName {

    private ExternName() {}

    /**
     * What has that name exactly, else what has it in the newest compatible version, else null. A
     * name with a canonical version ({@code @0.2}) counts as the oldest of its track.
     */
    static <T> @Nullable T find(Map<String, T> named, String name) {
        T exact = named.get(name);
        String wanted = track(name);
        if (exact != null || wanted == null) {
            return exact;
        }
        T newest = null;
        SemanticVersion version = null;
        for (Map.Entry<String, T> each : named.entrySet()) {
            if (wanted.equals(track(each.getKey()))) {
                SemanticVersion stated = version(each.getKey()).orElse(null);
                if (newest == null || stated != null && isNewer(stated, version)) {
                    newest = each.getValue();
                    version = stated;
                }
            }
        }
        return newest;
    }

    private static boolean isNewer(SemanticVersion stated, @Nullable SemanticVersion other) {
        return other == null || stated.compareTo(other) > 0;
    }

    /**
     * The name with its version cut down to the compatibility track; null where it has no version.
     */
    private static @Nullable String track(String name) {
        int at = name.lastIndexOf('@');
        if (at < 0) {
            return null;
        }
        String version = name.substring(at + 1);
        return name.substring(0, at + 1)
                + version(name).map(SemanticVersion::compatibilityTrack).orElse(version);
    }

    /** The whole version that the name states, if it does. */
    private static Optional<SemanticVersion> version(String name) {
        return SemanticVersion.parse(name.substring(name.lastIndexOf('@') + 1));
    }
}
