package dev.tamias.component.type;

import java.util.Locale;

/** The value types that have no parts (Explainer.md, {@code primvaltype}). */
public enum PrimType implements ValType {
    BOOL,
    S8,
    U8,
    S16,
    U16,
    S32,
    U32,
    S64,
    U64,
    F32,
    F64,
    CHAR,
    STRING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
