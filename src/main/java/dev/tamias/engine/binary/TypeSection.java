package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.List;

/** Reads the type section into {@link ModuleTypes} (core specification, "Type Section"). */
final class TypeSection {

    private static final int CONT = 0x5d;
    private static final int ARRAY = 0x5e;
    private static final int STRUCT = 0x5f;
    private static final int FUNC = 0x60;
    private static final int DESCRIBES = 0x4c;
    private static final int DESCRIPTOR = 0x4d;
    private static final int REC = 0x4e;
    private static final int SUB_FINAL = 0x4f;
    private static final int SUB = 0x50;
    private static final int SHARED = 0x65;

    /** How many parameters, results and fields a type may have, as in all engines. */
    private static final int MOST_VALUES = 1_000;

    private static final int MOST_FIELDS = 10_000;

    private static final int[] NO_RESULTS = {};
    private static final boolean[] NO_FIELDS = {};

    private final BinaryReader in;
    private final ModuleTypes types;

    /** The recursion group that is being read, and its form; see {@link ModuleTypes#add}. */
    private List<SubType> group = new ArrayList<>();

    private GroupForm form = new GroupForm(0);
    private int start;
    private int end;

    TypeSection(BinaryReader in, ModuleTypes types) {
        this.in = in;
        this.types = types;
    }

    /** Reads one entry, a recursion group or a type that is one alone. */
    void entry() {
        int offset = in.position();
        int count = 1;
        if (in.peek() == REC) {
            in.skip(1);
            count = in.count();
        }
        start = types.size();
        end = start + count;
        group = new ArrayList<>();
        form = new GroupForm(count);
        for (int i = 0; i < count; i++) {
            group.add(subType());
        }
        types.add(group, form, offset);
    }

    private SubType subType() {
        int opcode = in.peek();
        boolean open = opcode == SUB;
        int supertype = SubType.NO_SUPERTYPE;
        if (open || opcode == SUB_FINAL) {
            in.skip(1);
            supertype = supertype();
        }
        form.add(open ? 1 : 0);
        form.add(supertype == SubType.NO_SUPERTYPE ? 0 : reference(TypeCode.concrete(supertype)));
        return compositeType(open, supertype);
    }

    private int supertype() {
        int offset = in.position();
        int count = in.count();
        if (count > 1) {
            throw new InvalidModule(offset, "a type extends " + count + " types");
        }
        if (count == 0) {
            return SubType.NO_SUPERTYPE;
        }
        int index = in.index();
        int own = start + group.size();
        if (index >= own) {
            throw new InvalidModule(
                    offset,
                    "type " + own + " extends type " + index + ", which does not precede it");
        }
        return index;
    }

    private SubType compositeType(boolean open, int supertype) {
        int offset = in.position();
        int opcode = in.u8();
        form.add(opcode);
        return switch (opcode) {
            case FUNC -> {
                int[] params = valTypes();
                yield new SubType(
                        DefinedType.Kind.FUNC, params, valTypes(), NO_FIELDS, open, supertype);
            }
            case STRUCT -> fields(DefinedType.Kind.STRUCT, in.count(), open, supertype);
            case ARRAY -> fields(DefinedType.Kind.ARRAY, 1, open, supertype);
            case CONT -> throw new UnsupportedFeature(offset, "stack switching");
            case DESCRIBES, DESCRIPTOR ->
                    throw new UnsupportedFeature(offset, "custom descriptors");
            case SHARED -> throw new UnsupportedFeature(offset, "shared-everything threads");
            default ->
                    throw new MalformedBinary(
                            offset, "0x" + Integer.toHexString(opcode) + " is no known type");
        };
    }

    private int[] valTypes() {
        int offset = in.position();
        int count = in.count();
        if (count > MOST_VALUES) {
            throw new InvalidModule(
                    offset, "a function has more than " + MOST_VALUES + " parameters or results");
        }
        form.add(count);
        int[] codes = new int[count];
        for (int i = 0; i < count; i++) {
            codes[i] = resolved(in.position(), TypeCode.read(in));
        }
        return codes;
    }

    private SubType fields(DefinedType.Kind kind, int count, boolean open, int supertype) {
        if (count > MOST_FIELDS) {
            throw new InvalidModule(
                    in.position(), "a struct has more than " + MOST_FIELDS + " fields");
        }
        form.add(count);
        int[] codes = new int[count];
        boolean[] mutable = new boolean[count];
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            int opcode = in.peek();
            boolean packed = opcode == TypeCode.I8 || opcode == TypeCode.I16;
            codes[i] = resolved(offset, packed ? in.u8() : TypeCode.read(in));
            mutable[i] = in.flag("mutability");
            form.add(mutable[i] ? 1 : 0);
        }
        return new SubType(kind, codes, NO_RESULTS, mutable, open, supertype);
    }

    /** The type with the index of the first equal one, which may be one of this group. */
    private int resolved(int offset, int type) {
        form.add(reference(type));
        if (!TypeCode.isConcrete(type) || TypeCode.index(type) < start) {
            return types.resolve(type, offset);
        }
        if (TypeCode.index(type) >= end) {
            throw new InvalidModule(offset, "unknown type " + TypeCode.index(type) + " of " + end);
        }
        return type;
    }

    /** What stands for a type in the form: types of the same group are counted from its start. */
    private int reference(int type) {
        if (!TypeCode.isConcrete(type) || TypeCode.index(type) >= end) {
            return type;
        }
        return TypeCode.index(type) < start ? types.resolve(type, 0) : ~(type - start);
    }
}
