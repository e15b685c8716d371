package dev.tamias.manager;

import dev.tamias.model.GuestText;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What a plugin that is added may be called: a name that is one folder on every system, shows as what it
 * is, and is not taken for another. Plugins that are there already may be called anything.
 */
final class PluginName {

    /** Leaves room for {@code .wasm} within the 255 bytes that file systems give a name. */
    static final int LONGEST = 200;

    /** Devices on Windows, with or without something behind a dot. */
    private static final Set<String> RESERVED =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9", "conin$", "conout$");

    private PluginName() {}

    /**
     * Refuses a name.
     *
     * @throws HostException with the reason
     */
    static void require(String name) {
        String reason = reason(name);
        if (!reason.isEmpty()) {
            throw new HostException(
                    Trouble.PLUGIN_FILES,
                    "A plugin cannot be called \""
                            + GuestText.oneLine(name)
                            + "\": "
                            + reason
                            + ". Rename its .wasm file.");
        }
    }

    private static String reason(String name) {
        if (name.isBlank()) {
            return "a name has to have letters";
        }
        if (name.startsWith(".") || name.startsWith("-") || name.startsWith("~")) {
            return "a name begins with no dot, dash or tilde";
        }
        if (name.endsWith(".") || !name.strip().equals(name)) {
            return "a name does not end in a dot, nor begin or end with a space";
        }
        if (InfoCheck.length(name) > LONGEST) {
            return "a name has at most " + LONGEST + " bytes";
        }
        int unfit = name.codePoints().filter(PluginName::isUnfit).findFirst().orElse(-1);
        if (unfit >= 0) {
            return String.format(Locale.ROOT, "a name cannot have the character U+%04X", unfit);
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return "it is not in the Unicode form NFC";
        }
        String stem = name.replaceAll("\\..*", "").strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) ? "that is a device on some systems" : "";
    }

    private static boolean isUnfit(int point) {
        int type = Character.getType(point);
        return "/\\:*?\"<>|".indexOf(point) >= 0
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SPACE_SEPARATOR && point != ' ';
    }

    /** Whether some file systems, or people, take the two for one. */
    static boolean areTwins(String one, String other) {
        return !one.equals(other) && folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
