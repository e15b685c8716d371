package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.model.SemanticVersion;
import java.util.HashSet;
import java.util.Set;

/**
 * The name of an import or export with its attributes, of which only validation takes notice
 * (Binary.md, {@code nameattributes}).
 */
record NameAttributes(String name, boolean isInterfaceUnderPlainName) {

    private static final int IMPLEMENTS = 0x00;
    private static final int VERSION_SUFFIX = 0x01;
    private static final int EXTERNAL_ID = 0x02;

    static NameAttributes read(BinaryReader in, DecodeLimits limits) {
        int offset = in.position();
        int form = in.u8();
        if (form > 0x02) {
            throw Tokens.unknown(offset, form, "start of a name");
        }
        String name = Tokens.name(in, limits);
        if (form != 0x02) {
            return new NameAttributes(name, false);
        }
        Set<Integer> kinds = new HashSet<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            attribute(in, limits, name, kinds);
        }
        return new NameAttributes(name, kinds.contains(IMPLEMENTS));
    }

    private static void attribute(
            BinaryReader in, DecodeLimits limits, String name, Set<Integer> kinds) {
        int offset = in.position();
        int kind = in.u8();
        if (kind > EXTERNAL_ID) {
            throw Tokens.unknown(offset, kind, "attribute of a name");
        }
        if (!kinds.add(kind)) {
            throw BrokenRule.invalid(offset, "\"" + name + "\" has two attributes of one kind");
        }
        String text = Tokens.name(in, limits);
        if (kind == IMPLEMENTS && !ExternNames.isInterface(text)) {
            throw BrokenRule.invalid(
                    offset,
                    "\"" + name + "\" implements \"" + text + "\", which names no interface");
        }
        if (kind == VERSION_SUFFIX && !completes(name, text)) {
            throw BrokenRule.invalid(
                    offset,
                    "the version suffix \"" + text + "\" makes no version of \"" + name + "\"");
        }
    }

    private static boolean completes(String name, String suffix) {
        int at = name.lastIndexOf('@');
        if (at < 0) {
            return false;
        }
        String stated = name.substring(at + 1);
        return SemanticVersion.parse(stated + suffix)
                .filter(version -> version.compatibilityTrack().equals(stated) || suffix.isEmpty())
                .isPresent();
    }

    /** Rejects attributes that do not go with the type. */
    void check(int offset, ExternType type) {
        boolean fits = type instanceof ExternType.Instance && ExternNames.isPlain(name);
        if (isInterfaceUnderPlainName && !fits) {
            throw BrokenRule.invalid(
                    offset,
                    "\""
                            + name
                            + "\" implements an interface and is no instance under a plain name");
        }
    }
}
