package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recursion group of a type section (core specification, "Recursive Types"), written so that equal
 * groups of two modules are equal here: what a type refers to is named by its place in the group or
 * by its index in the shared list.
 *
 * @param form the group's bytes, with a number of 256 or more in the place of each type index
 * @param kinds what each of its types is, in their order
 */
record TypeGroup(List<Integer> form, List<Kind> kinds) {

    /** What a type is, as far as the rewriter must know it. */
    enum Kind {
        /** A function that takes and gives no objects. */
        FUNCTION,
        /** A function that takes or gives references to structs or arrays. */
        FUNCTION_OF_OBJECTS,
        /** A struct or an array. */
        OBJECT
    }

    /** Where numbers that stand for type indices start. */
    private static final int REFERENCE = 256;

    TypeGroup {
        form = List.copyOf(form);
        kinds = List.copyOf(kinds);
    }

    // Written out, as those of CoreType.Func.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof TypeGroup group
                        && form.equals(group.form)
                        && kinds.equals(group.kinds);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + kinds.hashCode();
    }

    int size() {
        return kinds.size();
    }

    /** Writes the group as the types from {@code first} on. */
    void write(BinaryWriter out, int first) {
        for (int each : form) {
            if (each < REFERENCE) {
                out.u8(each);
                continue;
            }
            int code = each - REFERENCE;
            int index = (code & 1) == 0 ? code >> 2 : first + (code >> 2);
            if ((code & 2) == 0) {
                out.u32(index);
            } else {
                out.signed(index);
            }
        }
    }

    /** Reads the groups of one module, one after the other. */
    static final class Reader {

        private final BinaryReader in;
        private final List<Integer> places = new ArrayList<>();
        private final List<Kind> allKinds = new ArrayList<>();
        private List<Integer> form = new ArrayList<>();
        private List<Kind> kinds = new ArrayList<>();
        private boolean objects;

        /**
         * @param in the content of a type section behind its count
         */
        Reader(BinaryReader in) {
            this.in = in;
        }

        /** The next group, to be {@link #placed} before another is read. */
        TypeGroup next() {
            form = new ArrayList<>();
            kinds = new ArrayList<>();
            if (in.peek() == 0x4e) {
                in.u8();
                int count = in.count();
                if (count != 1) {
                    form.add(0x4e);
                    number(count);
                }
                for (int i = 0; i < count; i++) {
                    subType();
                }
            } else {
                subType();
            }
            return new TypeGroup(form, kinds);
        }

        /** Says where in the shared list the last group stands. */
        void placed(int first) {
            for (int i = 0; i < kinds.size(); i++) {
                places.add(first + i);
            }
            allKinds.addAll(kinds);
        }

        /** The shared index of each type that was read. */
        int[] places() {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }

        List<Kind> kinds() {
            return allKinds;
        }

        private void subType() {
            int opcode = in.peek();
            if (opcode == 0x50 || opcode == 0x4f) {
                in.u8();
                int supers = in.count();
                if (opcode == 0x50 || supers > 0) {
                    form.add(opcode);
                    number(supers);
                }
                for (int i = 0; i < supers; i++) {
                    reference(in.index(), 0);
                }
            }
            objects = false;
            int kind = in.u8();
            switch (kind) {
                case 0x60 -> {
                    form.add(kind);
                    valTypes();
                    valTypes();
                    kinds.add(objects ? Kind.FUNCTION_OF_OBJECTS : Kind.FUNCTION);
                }
                case 0x5f -> {
                    form.add(kind);
                    int fields = in.count();
                    number(fields);
                    for (int i = 0; i < fields; i++) {
                        field();
                    }
                    kinds.add(Kind.OBJECT);
                }
                case 0x5e -> {
                    form.add(kind);
                    field();
                    kinds.add(Kind.OBJECT);
                }
                default -> throw new IllegalStateException("the module was not validated");
            }
        }

        private void valTypes() {
            int count = in.count();
            number(count);
            for (int i = 0; i < count; i++) {
                valType(in.u8());
            }
        }

        private void field() {
            valType(in.u8());
            form.add(in.u8());
        }

        private void valType(int opcode) {
            form.add(opcode);
            if (opcode == 0x7b) {
                throw new UnsupportedFeature(in.position() - 1L, "SIMD");
            }
            if (opcode == 0x63 || opcode == 0x64) {
                long heap = in.signed(33);
                if (heap >= 0) {
                    reference((int) heap, 2);
                } else {
                    form.add((int) heap & 0x7f);
                    objects |= isObject((int) heap & 0x7f);
                }
            } else {
                objects |= isObject(opcode);
            }
        }

        /** Adds a type index; {@code signed} is 2 where it is written as a signed number, else 0. */
        private void reference(int index, int signed) {
            if (index < places.size()) {
                form.add(REFERENCE + (places.get(index) << 2 | signed));
                objects |= allKinds.get(index) == Kind.OBJECT;
            } else {
                // Whether a type that stands later in the group is an object is not known yet.
                form.add(REFERENCE + (index - places.size() << 2 | signed | 1));
                objects = true;
            }
        }

        private void number(int value) {
            int rest = value;
            for (; rest >= 0x80; rest >>>= 7) {
                form.add(rest & 0x7f | 0x80);
            }
            form.add(rest);
        }
    }

    /** Whether values of this reference type may be structs, arrays or numbers as references. */
    static boolean isObject(int heapType) {
        return heapType >= 0x6a && heapType <= 0x6e || heapType == 0x71;
    }
}
