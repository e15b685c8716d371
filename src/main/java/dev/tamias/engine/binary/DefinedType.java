package dev.tamias.engine.binary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A type that a module defines, so that it can be compared with those of other modules (core
 * specification, {@code deftype}). Types of two modules are equal where their recursion groups are.
 *
 * @param group a digest of its recursion group, in which the groups that it refers to stand by their
 *     digests
 * @param place where in its group it stands
 * @param supertype the type that it extends
 */
public record DefinedType(String group, int place, Kind kind, @Nullable DefinedType supertype) {

    /** What the type is of. */
    public enum Kind {
        FUNC,
        STRUCT,
        ARRAY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is the other type or extends it. */
    public boolean matches(DefinedType wanted) {
        for (DefinedType type = this; type != null; type = type.supertype) {
            if (type.group.equals(wanted.group) && type.place == wanted.place) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return kind + " " + group.substring(0, 8) + "." + place;
    }
}
