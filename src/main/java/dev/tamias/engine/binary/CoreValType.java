package dev.tamias.engine.binary;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A core value type, by which things of several modules are compared (core specification, {@code
 * valtype}).
 */
public sealed interface CoreValType permits CoreValType.Simple, CoreValType.Reference {

    // There are no default methods here: they would have the constants made before those of Simple.

    CoreValType I32 = Simple.I32;
    CoreValType I64 = Simple.I64;
    CoreValType F32 = Simple.F32;
    CoreValType F64 = Simple.F64;
    CoreValType V128 = Simple.V128;
    CoreValType FUNCREF = Simple.FUNCREF;
    CoreValType EXTERNREF = Simple.EXTERNREF;
    CoreValType EXNREF = Simple.EXNREF;

    /** The byte that stands for this type in a binary, or that its form starts with. */
    int opcode();

    /** Whether it is a type of references. */
    boolean isReference();

    /** Whether a value of this type can be used as one of the other. */
    boolean matches(CoreValType wanted);

    /** The types that all components can meet: one byte in a binary. */
    static List<CoreValType> values() {
        return List.of(Simple.values());
    }

    /** Numbers, vectors, and the references that are one byte. */
    enum Simple implements CoreValType {
        I32(TypeCode.I32),
        I64(TypeCode.I64),
        F32(TypeCode.F32),
        F64(TypeCode.F64),
        V128(TypeCode.V128),
        FUNCREF(TypeCode.FUNCREF),
        EXTERNREF(TypeCode.nullable(TypeCode.EXTERN)),
        EXNREF(TypeCode.EXNREF);

        private final int code;

        Simple(int code) {
            this.code = code;
        }

        @Override
        public int opcode() {
            return isReference() ? TypeCode.heap(code) : code;
        }

        @Override
        public boolean isReference() {
            return TypeCode.isReference(code);
        }

        @Override
        public boolean matches(CoreValType wanted) {
            return this == wanted
                    || wanted instanceof Reference reference
                            && new Reference(code, null).matchesReference(reference);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A reference of a type that is more than one byte.
     *
     * @param code its {@link TypeCode}, without an index
     * @param defined the type that is referred to where it is no abstract one
     */
    record Reference(int code, @Nullable DefinedType defined) implements CoreValType {

        /**
         * The type that a code stands for; a {@link Simple} one wherever it is one.
         *
         * @param defined what its index stands for, or null
         */
        static CoreValType of(int code, @Nullable DefinedType defined) {
            for (Simple type : Simple.values()) {
                if (type.code == code) {
                    return type;
                }
            }
            return new Reference(code - (defined == null ? 0 : TypeCode.index(code)), defined);
        }

        @Override
        public int opcode() {
            if (!TypeCode.isNullable(code)) {
                return TypeCode.REF;
            }
            return defined == null ? TypeCode.heap(code) : TypeCode.REF_NULL;
        }

        @Override
        public boolean isReference() {
            return true;
        }

        @Override
        public boolean matches(CoreValType wanted) {
            if (wanted instanceof Simple simple) {
                return simple.isReference() && matchesReference(new Reference(simple.code, null));
            }
            return matchesReference((Reference) wanted);
        }

        private boolean matchesReference(Reference wanted) {
            if (!TypeCode.isReference(code)
                    || TypeCode.isNullable(code) && !TypeCode.isNullable(wanted.code)) {
                return false;
            }
            if (wanted.defined != null) {
                return defined != null
                        ? defined.matches(wanted.defined)
                        : TypeCode.isBottomOf(TypeCode.heap(code), wanted.defined.kind());
            }
            int heap = defined == null ? TypeCode.heap(code) : TypeCode.heap(defined.kind());
            return TypeCode.isBelow(heap, TypeCode.heap(wanted.code));
        }

        @Override
        public String toString() {
            if (defined == null) {
                return TypeCode.toString(code);
            }
            return (TypeCode.isNullable(code) ? "(ref null " : "(ref ") + defined + ")";
        }
    }
}
