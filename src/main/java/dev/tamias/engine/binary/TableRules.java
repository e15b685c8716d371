package dev.tamias.engine.binary;

/** Tables and segments (core specification, "Table Instructions", "Memory Instructions"). */
final class TableRules {

    private final ModuleContext context;
    private final ExpressionStacks stacks;

    TableRules(ModuleContext context, ExpressionStacks stacks) {
        this.context = context;
        this.stacks = stacks;
    }

    void validate(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "memory.init" -> {
                context.data(in.value(0), in.start());
                int address = context.memory(in.value(1), in.start());
                take(address, TypeCode.I32, TypeCode.I32);
            }
            case "memory.copy" -> {
                int to = context.memory(in.value(0), in.start());
                int from = context.memory(in.value(1), in.start());
                take(to, from, smaller(to, from));
            }
            case "data.drop" -> context.data(in.value(0), in.start());
            case "elem.drop" -> context.element(in.value(0), in.start());
            case "table.init" -> {
                int segment = context.element(in.value(0), in.start());
                ModuleContext.Table table = context.table(in.value(1), in.start());
                requireMatch(segment, table.element());
                take(table.addressType(), TypeCode.I32, TypeCode.I32);
            }
            case "table.copy" -> {
                ModuleContext.Table to = context.table(in.value(0), in.start());
                ModuleContext.Table from = context.table(in.value(1), in.start());
                requireMatch(from.element(), to.element());
                int address = to.addressType();
                take(address, from.addressType(), smaller(address, from.addressType()));
            }
            default -> table(instruction, context.table(in.value(0), in.start()));
        }
    }

    private void table(Instruction instruction, ModuleContext.Table table) {
        int address = table.addressType();
        switch (instruction.name) {
            case "table.get" -> {
                take(address);
                stacks.pushVal(table.element());
            }
            case "table.set" -> take(address, table.element());
            case "table.grow" -> {
                take(table.element(), address);
                stacks.pushVal(address);
            }
            case "table.size" -> stacks.pushVal(address);
            case "table.fill" -> take(address, table.element(), address);
            default -> throw new IllegalStateException(instruction.name);
        }
    }

    private void take(int... types) {
        stacks.popVals(types);
    }

    private void requireMatch(int given, int wanted) {
        if (!context.types.matches(given, wanted)) {
            throw stacks.invalid(
                    "puts elements of type "
                            + TypeCode.toString(given)
                            + " into a table of type "
                            + TypeCode.toString(wanted));
        }
    }

    /** The address type that fits both. */
    private static int smaller(int first, int second) {
        return first == second ? first : TypeCode.I32;
    }
}
