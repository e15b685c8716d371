package dev.tamias.engine.binary;

/** Structs and arrays (core specification, "Aggregate Instructions"). */
final class AggregateRules {

    /** How many operands {@code array.new_fixed} may take, as in all engines. */
    private static final int MOST_OPERANDS = 10_000;

    private final ModuleContext context;
    private final ExpressionStacks stacks;

    AggregateRules(ModuleContext context, ExpressionStacks stacks) {
        this.context = context;
        this.stacks = stacks;
    }

    void validate(Instruction instruction, InstructionReader in) {
        if (instruction.immediates.length == 0) {
            stacks.popVal(TypeCode.nullable(TypeCode.ARRAY));
            stacks.pushVal(TypeCode.I32);
        } else if (instruction.name.startsWith("struct")) {
            struct(instruction.name, in);
        } else {
            array(instruction.name, in);
        }
    }

    private SubType type(DefinedType.Kind kind, int index) {
        SubType type = context.types.get(index, stacks.offset());
        if (type.kind != kind) {
            throw stacks.invalid("names type " + index + ", which is " + type);
        }
        return type;
    }

    /** Takes a reference to the type from the stack; it may be null. */
    private void take(int index) {
        stacks.popVal(TypeCode.nullable(context.types.heap(index)));
    }

    /** Puts a new reference to the type on the stack. */
    private void give(int index) {
        stacks.pushVal(TypeCode.nonNull(context.types.heap(index)));
    }

    private void requireDefaults(SubType type) {
        if (!type.isDefaultable()) {
            throw stacks.invalid("makes a value of a type that has no default: " + type);
        }
    }

    private void requireMutable(SubType type, int field) {
        if (!type.mutable[field]) {
            throw stacks.invalid("writes to a field that cannot change");
        }
    }

    /** A packed field is read with a sign or without, and no other is. */
    private void requireSign(String name, SubType type, int field) {
        boolean signed = name.endsWith("_s") || name.endsWith("_u");
        if (signed != type.isPacked(field)) {
            throw stacks.invalid("reads a field of " + TypeCode.toString(type.params[field]));
        }
    }

    private void struct(String name, InstructionReader in) {
        int index = in.value(0);
        SubType type = type(DefinedType.Kind.STRUCT, index);
        switch (name) {
            case "struct.new" -> {
                for (int i = type.params.length - 1; i >= 0; i--) {
                    stacks.popVal(type.unpacked(i));
                }
                give(index);
            }
            case "struct.new_default" -> {
                requireDefaults(type);
                give(index);
            }
            default -> {
                int field = in.value(1);
                if (field >= type.params.length) {
                    throw stacks.invalid("names field " + field + " of " + type.params.length);
                }
                field(name, index, type, field);
            }
        }
    }

    private void field(String name, int index, SubType type, int field) {
        if (name.equals("struct.set")) {
            requireMutable(type, field);
            stacks.popVal(type.unpacked(field));
            take(index);
        } else {
            requireSign(name, type, field);
            take(index);
            stacks.pushVal(type.unpacked(field));
        }
    }

    private void array(String name, InstructionReader in) {
        int index = in.value(0);
        SubType type = type(DefinedType.Kind.ARRAY, index);
        switch (name) {
            case "array.new" -> {
                stacks.popVal(TypeCode.I32);
                stacks.popVal(type.unpacked(0));
                give(index);
            }
            case "array.new_default" -> {
                requireDefaults(type);
                stacks.popVal(TypeCode.I32);
                give(index);
            }
            case "array.new_fixed" -> {
                newFixed(type, in.value(1));
                give(index);
            }
            case "array.new_data" -> {
                numbers(type, in.value(1));
                stacks.popVals(new int[] {TypeCode.I32, TypeCode.I32});
                give(index);
            }
            case "array.new_elem" -> {
                elements(type, in.value(1));
                stacks.popVals(new int[] {TypeCode.I32, TypeCode.I32});
                give(index);
            }
            case "array.get", "array.get_s", "array.get_u" -> {
                requireSign(name, type, 0);
                stacks.popVal(TypeCode.I32);
                take(index);
                stacks.pushVal(type.unpacked(0));
            }
            default -> change(name, type, in);
        }
    }

    private void newFixed(SubType type, int count) {
        if (count > MOST_OPERANDS) {
            throw stacks.invalid("takes more than " + MOST_OPERANDS + " operands");
        }
        for (int i = 0; i < count; i++) {
            stacks.popVal(type.unpacked(0));
        }
    }

    private void change(String name, SubType type, InstructionReader in) {
        requireMutable(type, 0);
        switch (name) {
            case "array.set" -> stacks.popVal(type.unpacked(0));
            case "array.fill" -> {
                stacks.popVal(TypeCode.I32);
                stacks.popVal(type.unpacked(0));
            }
            case "array.copy" -> {
                SubType from = type(DefinedType.Kind.ARRAY, in.value(1));
                requireMatch(from.params[0], type.params[0]);
                stacks.popVals(new int[] {TypeCode.I32, TypeCode.I32});
                take(in.value(1));
            }
            case "array.init_data" -> {
                numbers(type, in.value(1));
                stacks.popVals(new int[] {TypeCode.I32, TypeCode.I32});
            }
            default -> {
                elements(type, in.value(1));
                stacks.popVals(new int[] {TypeCode.I32, TypeCode.I32});
            }
        }
        stacks.popVal(TypeCode.I32);
        take(in.value(0));
    }

    /** An array that is filled from a data segment. */
    private void numbers(SubType type, int segment) {
        context.data(segment, stacks.offset());
        if (TypeCode.isReference(type.params[0])) {
            throw stacks.invalid("fills an array of references from a data segment");
        }
    }

    /** An array that is filled from an element segment. */
    private void elements(SubType type, int segment) {
        requireMatch(context.element(segment, stacks.offset()), type.params[0]);
    }

    private void requireMatch(int given, int wanted) {
        if (!context.types.matches(given, wanted)) {
            throw stacks.invalid(
                    "puts elements of type "
                            + TypeCode.toString(given)
                            + " into an array of type "
                            + TypeCode.toString(wanted));
        }
    }
}
