package dev.tamias.engine.binary;

/**
 * Locals, globals, and the parametric instructions (core specification, "Parametric Instructions",
 * "Variable Instructions").
 */
final class VariableRules {

    private final ModuleContext context;
    private final ExpressionStacks stacks;
    private final Locals locals;

    VariableRules(ModuleContext context, ExpressionStacks stacks, Locals locals) {
        this.context = context;
        this.stacks = stacks;
        this.locals = locals;
    }

    void validate(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "local.get" -> {
                int local = local(in);
                if (locals.isUnset(local)) {
                    throw stacks.invalid("reads local " + local + ", which has no value yet");
                }
                stacks.pushVal(locals.type(local));
            }
            case "local.set" -> {
                int local = local(in);
                stacks.popVal(locals.type(local));
                locals.set(local);
            }
            case "local.tee" -> {
                int local = local(in);
                stacks.popVal(locals.type(local));
                locals.set(local);
                stacks.pushVal(locals.type(local));
            }
            case "global.get" -> stacks.pushVal(context.global(in.value(0), in.start()).type());
            case "global.set" -> {
                ModuleContext.Global global = context.global(in.value(0), in.start());
                if (!global.mutable()) {
                    throw stacks.invalid("writes to global " + in.value(0) + ", a constant");
                }
                stacks.popVal(global.type());
            }
            case "drop" -> stacks.popVal();
            default -> select(instruction, in);
        }
    }

    private int local(InstructionReader in) {
        int local = in.value(0);
        if (local >= locals.count()) {
            throw stacks.invalid("names local " + local + " of " + locals.count());
        }
        return local;
    }

    private void select(Instruction instruction, InstructionReader in) {
        stacks.popVal(TypeCode.I32);
        if (instruction.immediates.length > 0) {
            if (in.size() != 1) {
                throw stacks.invalid("states " + in.size() + " types");
            }
            int type = context.types.resolve(in.list()[0], in.start());
            stacks.popVal(type);
            stacks.popVal(type);
            stacks.pushVal(type);
            return;
        }
        int second = stacks.popVal();
        int first = stacks.popVal();
        boolean fits = first == second || first == TypeCode.BOTTOM || second == TypeCode.BOTTOM;
        if (!fits || TypeCode.isReference(first) || TypeCode.isReference(second)) {
            throw stacks.invalid(
                    "without a type takes two equal numbers or vectors and is given "
                            + TypeCode.toString(first)
                            + " and "
                            + TypeCode.toString(second));
        }
        stacks.pushVal(first == TypeCode.BOTTOM ? second : first);
    }
}
