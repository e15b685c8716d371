package dev.tamias.engine.binary;

import java.util.Map;

/**
 * Value types as ints, so that a function body of a million operands is validated without an object
 * for each (core specification, "Types" of the binary format).
 *
 * <p>A number or vector type is its opcode. A reference type is {@link #REFERENCE}, {@link #NULLABLE}
 * where it may be null, and its heap type: the opcode of an abstract one, or {@link #CONCRETE} and a
 * type index. Zero is the bottom type, which only unreachable code has.
 */
final class TypeCode {

    static final int BOTTOM = 0;

    static final int I32 = 0x7f;
    static final int I64 = 0x7e;
    static final int F32 = 0x7d;
    static final int F64 = 0x7c;
    static final int V128 = 0x7b;

    /** Storage types that only fields have. */
    static final int I8 = 0x78;

    static final int I16 = 0x77;

    static final int REFERENCE = 1 << 30;
    static final int NULLABLE = 1 << 29;
    static final int CONCRETE = 1 << 28;
    private static final int HEAP = (CONCRETE << 1) - 1;

    /** Abstract heap types. */
    static final int EXN = 0x69;

    static final int ARRAY = 0x6a;
    static final int STRUCT = 0x6b;
    static final int I31 = 0x6c;
    static final int EQ = 0x6d;
    static final int ANY = 0x6e;
    static final int EXTERN = 0x6f;
    static final int FUNC = 0x70;
    static final int NONE = 0x71;
    static final int NOEXTERN = 0x72;
    static final int NOFUNC = 0x73;
    static final int NOEXN = 0x74;

    static final int FUNCREF = nullable(FUNC);
    static final int EXNREF = nullable(EXN);

    static final int REF_NULL = 0x63;
    static final int REF = 0x64;
    private static final int EXACT = 0x62;
    private static final int SHARED = 0x65;

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(BOTTOM, "anything"),
                    Map.entry(I32, "i32"),
                    Map.entry(I64, "i64"),
                    Map.entry(F32, "f32"),
                    Map.entry(F64, "f64"),
                    Map.entry(V128, "v128"),
                    Map.entry(I8, "i8"),
                    Map.entry(I16, "i16"),
                    Map.entry(EXN, "exn"),
                    Map.entry(ARRAY, "array"),
                    Map.entry(STRUCT, "struct"),
                    Map.entry(I31, "i31"),
                    Map.entry(EQ, "eq"),
                    Map.entry(ANY, "any"),
                    Map.entry(EXTERN, "extern"),
                    Map.entry(FUNC, "func"),
                    Map.entry(NONE, "none"),
                    Map.entry(NOEXTERN, "noextern"),
                    Map.entry(NOFUNC, "nofunc"),
                    Map.entry(NOEXN, "noexn"));

    private TypeCode() {}

    /** Whether it is a reference type; the bottom type is none. */
    static boolean isReference(int type) {
        return (type & REFERENCE) != 0;
    }

    /** Whether it is a number or vector type. */
    static boolean isNumberOrVector(int type) {
        return type >= V128 && type <= I32;
    }

    static boolean isNullable(int type) {
        return (type & NULLABLE) != 0;
    }

    /** Whether the heap type of a reference is a defined one. */
    static boolean isConcrete(int type) {
        return (type & CONCRETE) != 0;
    }

    /** The type index of a reference to a defined type. */
    static int index(int type) {
        return type & CONCRETE - 1;
    }

    /** The heap type of a reference: an opcode, or {@link #CONCRETE} and a type index. */
    static int heap(int type) {
        return type & HEAP;
    }

    /** The heap type that is defined under an index. */
    static int concrete(int index) {
        return CONCRETE | index;
    }

    /** The reference to a heap type that may be null. */
    static int nullable(int heap) {
        return REFERENCE | NULLABLE | heap;
    }

    /** The reference to a heap type that is never null. */
    static int nonNull(int heap) {
        return REFERENCE | heap;
    }

    /** The same reference type, never null. */
    static int withoutNull(int type) {
        return type & ~NULLABLE;
    }

    /** Whether a local or field of this type starts with a value. */
    static boolean isDefaultable(int type) {
        return !isReference(type) || isNullable(type);
    }

    /** The abstract heap type above all types of a kind. */
    static int heap(DefinedType.Kind kind) {
        return switch (kind) {
            case FUNC -> FUNC;
            case STRUCT -> STRUCT;
            case ARRAY -> ARRAY;
        };
    }

    /** Whether the abstract heap type is below all types of a kind. */
    static boolean isBottomOf(int heap, DefinedType.Kind kind) {
        return heap == (kind == DefinedType.Kind.FUNC ? NOFUNC : NONE);
    }

    /** Whether the first abstract heap type is the second or below it. */
    static boolean isBelow(int heap, int wanted) {
        if (heap == wanted) {
            return true;
        }
        return switch (heap) {
            case EQ -> wanted == ANY;
            case I31, STRUCT, ARRAY -> isBelow(EQ, wanted);
            case NONE -> wanted >= ARRAY && wanted <= ANY;
            case NOFUNC -> wanted == FUNC;
            case NOEXTERN -> wanted == EXTERN;
            case NOEXN -> wanted == EXN;
            default -> false;
        };
    }

    /** Reads a value type, whose type index is not looked at yet. */
    static int read(BinaryReader in) {
        int start = in.position();
        int opcode = in.u8();
        if (isNumberOrVector(opcode)) {
            return opcode;
        }
        if (opcode >= EXN && opcode <= NOEXN) {
            return nullable(opcode);
        }
        return switch (opcode) {
            case REF_NULL -> nullable(readHeap(in));
            case REF -> nonNull(readHeap(in));
            case SHARED -> throw shared(start);
            default ->
                    throw new MalformedBinary(
                            start, "0x" + Integer.toHexString(opcode) + " is no known value type");
        };
    }

    /** Reads a reference type, whose type index is not looked at yet. */
    static int readReference(BinaryReader in) {
        int start = in.position();
        int type = read(in);
        if (!isReference(type)) {
            throw new MalformedBinary(start, toString(type) + " is no reference type");
        }
        return type;
    }

    /** Reads a heap type, whose index is not looked at yet. */
    static int readHeap(BinaryReader in) {
        int start = in.position();
        int opcode = in.peek();
        if (opcode >= EXN && opcode <= NOEXN) {
            return in.u8();
        }
        if (opcode == SHARED) {
            throw shared(start);
        }
        if (opcode == EXACT) {
            throw new UnsupportedFeature(start, "custom descriptors");
        }
        long index = in.signed(33);
        if (index < 0) {
            throw new MalformedBinary(
                    start, "0x" + Integer.toHexString(opcode) + " is no known heap type");
        }
        if (index >= CONCRETE) {
            throw new InvalidModule(start, "unknown type " + index);
        }
        return concrete((int) index);
    }

    private static UnsupportedFeature shared(int offset) {
        return new UnsupportedFeature(offset, "shared-everything threads");
    }

    /** The type as the text format writes it. */
    static String toString(int type) {
        if (!isReference(type)) {
            return NAMES.getOrDefault(type, Integer.toHexString(type));
        }
        return (isNullable(type) ? "(ref null " : "(ref ") + heapName(type) + ")";
    }

    /** The heap type of a reference as the text format writes it. */
    static String heapName(int type) {
        return isConcrete(type)
                ? Integer.toString(index(type))
                : NAMES.getOrDefault(heap(type), "any");
    }
}
