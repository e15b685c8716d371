package dev.tamias.engine.binary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module's types are called outside of it. It is made only for modules that import or export
 * something of a type that refers to others.
 */
final class DefinedTypes {

    private final ModuleTypes types;
    private final List<@Nullable DefinedType> defined = new ArrayList<>();

    DefinedTypes(ModuleTypes types) {
        this.types = types;
    }

    /** The type under an index. */
    DefinedType get(int index) {
        int wanted = types.first(index);
        while (defined.size() <= wanted) {
            addGroup(defined.size());
        }
        DefinedType found = defined.get(wanted);
        if (found == null) {
            throw new IllegalStateException("type " + wanted);
        }
        return found;
    }

    /** Adds the group that starts at an index; null for types that have an equal one before them. */
    private void addGroup(int start) {
        GroupForm form = types.form(start);
        if (form == null) {
            defined.add(null);
            return;
        }
        String group = digest(form);
        for (int i = start; i < start + form.types(); i++) {
            SubType type = types.get(i);
            boolean extending = type.supertype != SubType.NO_SUPERTYPE;
            DefinedType supertype = extending ? get(type.supertype) : null;
            defined.add(new DefinedType(group, i - start, type.kind, supertype));
        }
    }

    private String digest(GroupForm form) {
        MessageDigest digest = sha256();
        for (int each : form.numbers()) {
            boolean refers = each >= 0 && TypeCode.isConcrete(each);
            add(digest, refers ? each - TypeCode.index(each) : each);
            if (refers) {
                DefinedType other = get(TypeCode.index(each));
                digest.update(other.group().getBytes(StandardCharsets.US_ASCII));
                add(digest, other.place());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(4).putInt(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
