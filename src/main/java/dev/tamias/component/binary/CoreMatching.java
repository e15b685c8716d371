package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a core definition can be given where another is asked for (core specification, "Import
 * Matching").
 */
public final class CoreMatching {

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
                    given.element().equals(asked.element())
                            && given.address64() == asked.address64()
                            && within(given.min(), given.max(), asked.min(), asked.max());
            return fits ? null : "a core table of other limits or elements is given";
        }
        return fits(actual, wanted)
                ? null
                : "a core "
                        + actual.title()
                        + " of type "
                        + actual
                        + " is given for one of type "
                        + wanted;
    }

    private static boolean fits(CoreType actual, CoreType wanted) {
        if (actual instanceof CoreType.Func given && wanted instanceof CoreType.Func asked) {
            return given.matches(asked);
        }
        if (actual instanceof CoreType.Global given && wanted instanceof CoreType.Global asked) {
            return given.matches(asked);
        }
        return actual.equals(wanted);
    }

    private static boolean within(long min, long max, long wantedMin, long wantedMax) {
        return Long.compareUnsigned(min, wantedMin) >= 0
                && (wantedMax == -1 || max != -1 && Long.compareUnsigned(max, wantedMax) <= 0);
    }

    /** The same for modules: it asks for no more, and offers no less. */
    public static @Nullable String mismatch(ModuleType actual, ModuleType wanted) {
        for (Map.Entry<String, Map<String, CoreType>> each : actual.imports().entrySet()) {
            String reason =
                    mismatch(
                            wanted.imports().getOrDefault(each.getKey(), Map.of()),
                            each.getValue(),
                            "is not expected");
            if (reason != null) {
                return "its import \"" + each.getKey() + "\" " + reason;
            }
        }
        String reason = mismatch(actual.exports(), wanted.exports(), "is missing");
        return reason == null ? null : "its export " + reason;
    }

    /** The same for items under names, of which more may be given than are asked for. */
    static @Nullable String mismatch(
            Map<String, CoreType> actual, Map<String, CoreType> wanted, String absent) {
        for (Map.Entry<String, CoreType> each : wanted.entrySet()) {
            CoreType given = actual.get(each.getKey());
            String reason = given == null ? absent : mismatch(given, each.getValue());
            if (reason != null) {
                return "\"" + each.getKey() + "\": " + reason;
            }
        }
        return null;
    }
}
