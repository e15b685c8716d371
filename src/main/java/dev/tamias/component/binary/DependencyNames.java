package dev.tamias.component.binary;

import java.util.regex.Pattern;

/**
 * The grammar of import names that say which component is to be imported: by package, by URL or by
 * hash. Explainer.md had them in the WASI 0.2 era and has since put {@code external-id} in their
 * place, so that they are accepted and mean nothing here.
 */
final class DependencyNames {

    private static final String PACKAGE =
            ExternNames.WORDS + ":" + ExternNames.WORDS + "(?:/" + ExternNames.LABEL + ")?";
    private static final String RANGE =
            "@(?:\\*|\\{(?:>=%1$s(?: <%1$s)?|<%1$s)\\})".formatted(ExternNames.SEMVER);

    /** One hash of Subresource Integrity's {@code integrity-metadata}. */
    private static final String HASH =
            "sha(?:256|384|512)-[0-9A-Za-z+/]++={0,2}(?:\\?[!-;=?-~]*+)?";

    private static final String INTEGRITY =
            "integrity=<[ \t]*+" + HASH + "(?:[ \t]++" + HASH + ")*+[ \t]*+>";

    private static final Pattern NAME =
            Pattern.compile(
                    String.join(
                            "|",
                            "unlocked-dep=<" + PACKAGE + "(?:" + RANGE + ")?>",
                            "locked-dep=<%s(?:@%s)?>(?:,%s)?"
                                    .formatted(PACKAGE, ExternNames.SEMVER, INTEGRITY),
                            "url=<[^<>]*+>(?:,%s)?".formatted(INTEGRITY),
                            INTEGRITY));

    private DependencyNames() {}

    static boolean isDependency(String name) {
        return name.indexOf('=') >= 0 && NAME.matcher(name).matches();
    }
}
