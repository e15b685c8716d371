package dev.tamias.engine.binary;

import java.util.Arrays;

/**
 * A defined type of a module: a function, struct or array type with what it extends (core
 * specification, {@code subtype}). Types are {@link TypeCode}s.
 */
final class SubType {

    static final int NO_SUPERTYPE = -1;

    final DefinedType.Kind kind;

    /** The parameters, or what the fields store. */
    final int[] params;

    /** The results; empty where it is no function. */
    final int[] results;

    /** Which fields can be written to; empty where it is a function. */
    final boolean[] mutable;

    /** Whether other types may extend it. */
    final boolean open;

    /** The index of the type that it extends, or {@link #NO_SUPERTYPE}. */
    final int supertype;

    SubType(
            DefinedType.Kind kind,
            int[] params,
            int[] results,
            boolean[] mutable,
            boolean open,
            int supertype) {
        this.kind = kind;
        this.params = params;
        this.results = results;
        this.mutable = mutable;
        this.open = open;
        this.supertype = supertype;
    }

    boolean isFunc() {
        return kind == DefinedType.Kind.FUNC;
    }

    /** What a field gives and takes on the stack: packed integers are i32 there. */
    int unpacked(int field) {
        return isPacked(field) ? TypeCode.I32 : params[field];
    }

    /** Whether a field stores an integer of 8 or 16 bits. */
    boolean isPacked(int field) {
        return params[field] == TypeCode.I8 || params[field] == TypeCode.I16;
    }

    /** Whether the fields, all of them, start with a value. */
    boolean isDefaultable() {
        return Arrays.stream(params).allMatch(TypeCode::isDefaultable);
    }

    @Override
    public String toString() {
        String text = list(params);
        return isFunc() ? text + " -> " + list(results) : kind + " " + text;
    }

    static String list(int[] types) {
        StringBuilder text = new StringBuilder("[");
        for (int each : types) {
            text.append(text.length() > 1 ? " " : "").append(TypeCode.toString(each));
        }
        return text.append(']').toString();
    }
}
