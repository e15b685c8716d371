package dev.tamias.component.binary;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The grammar of labels and of import and export names, and when two of them are too much alike
 * (Explainer.md, "Import and Export Definitions", "Name Uniqueness").
 */
final class ExternNames {

    static final String LABEL =
            "(?:[a-z][0-9a-z]*|[A-Z][0-9A-Z]*)(?:-(?:[0-9a-z]++(?![A-Z])|[0-9A-Z]++))*+";
    static final String WORDS = "[a-z][0-9a-z]*(?:-[0-9a-z]+)*+";
    private static final String NUMBER = "(?:0|[1-9][0-9]*)";
    private static final String PRE_RELEASE_PART = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    static final String SEMVER =
            "%1$s\\.%1$s\\.%1$s".formatted(NUMBER)
                    + "(?:-%1$s(?:\\.%1$s)*+)?".formatted(PRE_RELEASE_PART)
                    + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+)?";
    private static final String CANONICAL_VERSION = "[1-9][0-9]*|0\\.[1-9][0-9]*";

    private static final Pattern LABEL_NAME = Pattern.compile(LABEL);
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?:\\[constructor\\])?%1$s|\\[(?:method|static)\\]%1$s\\.%1$s"
                            .formatted(LABEL));
    private static final Pattern INTERFACE =
            Pattern.compile(
                    "%1$s:%1$s/%2$s(?:@(?:%3$s|%4$s))?"
                            .formatted(WORDS, LABEL, SEMVER, CANONICAL_VERSION));

    /** 🪺 of Explainer.md: more than one namespace, or more than one projection. */
    private static final Pattern NESTED =
            Pattern.compile("(?:%1$s:)++%1$s(?:/%2$s)++(?:@%3$s)?".formatted(WORDS, LABEL, SEMVER));

    private ExternNames() {}

    static boolean isLabel(String text) {
        return LABEL_NAME.matcher(text).matches();
    }

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    static boolean isInterface(String name) {
        return INTERFACE.matcher(name).matches();
    }

    /** Rejects what is no {@code externname}. */
    static void check(int offset, String name) {
        if (isPlain(name) || isInterface(name)) {
            return;
        }
        if (NESTED.matcher(name).matches()) {
            throw BrokenRule.unsupported(
                    offset, "nested namespace or package in the name \"" + name + "\"");
        }
        throw BrokenRule.invalid(
                offset,
                "\""
                        + name
                        + "\" is no import or export name: neither in kebab case nor an interface"
                        + " name");
    }

    /** Rejects what is no label, or is too much like one of {@code taken}, to which it is added. */
    static String label(int offset, String label, String title, Set<String> taken) {
        if (!isLabel(label)) {
            throw BrokenRule.invalid(offset, title + " \"" + label + "\" is not in kebab case");
        }
        if (!taken.add(label.toLowerCase(Locale.ROOT))) {
            throw BrokenRule.invalid(
                    offset, title + " \"" + label + "\" conflicts with one before");
        }
        return label;
    }

    /** What two names have in common when they are not strongly unique. */
    static String canonical(String name) {
        int version = name.indexOf('@');
        if (version >= 0) {
            // Only labels have acronyms: versions differ by case.
            return name.substring(0, version).toLowerCase(Locale.ROOT) + name.substring(version);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("[method]") && !lower.startsWith("[static]")) {
            return lower;
        }
        String stripped = lower.substring(lower.indexOf(']') + 1);
        int dot = stripped.indexOf('.');
        String resource = stripped.substring(0, Math.max(dot, 0));
        return resource.equals(stripped.substring(dot + 1)) ? resource : stripped;
    }
}
