package dev.tamias.engine.binary;

import java.util.Locale;

/** What stands behind an opcode (core specification, "Instructions" of the binary format). */
enum Immediate {
    TYPE,
    FUNC,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG,
    LOCAL,
    LABEL,
    DATA,
    ELEM,
    FIELD,
    /** How many operands {@code array.new_fixed} takes. */
    COUNT,
    /** The labels of a {@code br_table}, the default at the end. */
    LABELS,
    /** Nothing, a value type or a type index. */
    BLOCK_TYPE,
    /** The catch clauses of a {@code try_table}. */
    CATCHES,
    HEAP_TYPE,
    /** Which of the two types of a branching cast may be null. */
    CAST_FLAGS,
    /** The types of a {@code select}. */
    VAL_TYPES,
    /** Alignment, memory and offset of an access. */
    MEM_ARG,
    LANE,
    /** The sixteen lanes of a shuffle. */
    LANES,
    I32,
    I64,
    F32,
    F64,
    V128,
    /** A byte that is zero. */
    ZERO;

    /** Whether it is one unsigned number. */
    boolean isIndex() {
        return compareTo(COUNT) <= 0;
    }

    /** The immediate that the instruction table writes as {@code word}. */
    static Immediate of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
