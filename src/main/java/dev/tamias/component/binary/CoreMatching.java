package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a core definition can be given where another is asked for (core specification, "Import
 * Matching").
 */
final class CoreMatching {

    private CoreMatching() {}

    /** Null where {@code actual} can be given for {@code wanted}, else why it cannot. */
    static @Nullable String mismatch(CoreType actual, CoreType wanted) {
        if (actual.getClass() != wanted.getClass()) {
            return "a core " + actual.title() + " is given for a core " + wanted.title();
        }
        if (actual instanceof CoreType.Memory given && wanted instanceof CoreType.Memory asked) {
            boolean fits =
                    given.shared() == asked.shared()
                            && given.address64() == asked.address64()
                            && within(given.min(), given.max(), asked.min(), asked.max());
            return fits ? null : "a core memory of other limits or kind is given";
        }
        if (actual instanceof CoreType.Table given && wanted instanceof CoreType.Table asked) {
            boolean fits =
                    given.element() == asked.element()
                            && within(given.min(), given.max(), asked.min(), asked.max());
            return fits ? null : "a core table of other limits or elements is given";
        }
        return actual.equals(wanted)
                ? null
                : "a core "
                        + actual.title()
                        + " of type "
                        + actual
                        + " is given for one of type "
                        + wanted;
    }

    private static boolean within(long min, long max, long wantedMin, long wantedMax) {
        return Long.compareUnsigned(min, wantedMin) >= 0
                && (wantedMax == -1 || max != -1 && Long.compareUnsigned(max, wantedMax) <= 0);
    }

    /** The same for modules: it asks for no more, and offers no less. */
    static @Nullable String mismatch(ModuleType actual, ModuleType wanted) {
        Map<List<String>, CoreType> offered = new HashMap<>();
        wanted.imports().forEach(each -> offered.put(key(each), each.type()));
        for (ModuleType.Import asked : actual.imports()) {
            CoreType given = offered.get(key(asked));
            String reason = given == null ? "is not expected" : mismatch(given, asked.type());
            if (reason != null) {
                return "its import \"" + asked.module() + "\" \"" + asked.name() + "\": " + reason;
            }
        }
        Map<String, CoreType> exports = new HashMap<>();
        actual.exports().forEach(each -> exports.put(each.name(), each.type()));
        for (ModuleType.Export asked : wanted.exports()) {
            CoreType given = exports.get(asked.name());
            String reason = given == null ? "is missing" : mismatch(given, asked.type());
            if (reason != null) {
                return "its export \"" + asked.name() + "\": " + reason;
            }
        }
        return null;
    }

    private static List<String> key(ModuleType.Import named) {
        return List.of(named.module(), named.name());
    }
}
