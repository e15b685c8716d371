package dev.tamias.table.out;

import dev.tamias.table.type.CellType;

/** A column that is written. */
public record ValueColumn(String name, CellType.Kind kind) {

    /** Whether its values are texts; else they are 64 bits. */
    boolean isText() {
        return kind == CellType.Kind.TEXT || kind == CellType.Kind.LEVEL;
    }
}
