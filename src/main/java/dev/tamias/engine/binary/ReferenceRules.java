package dev.tamias.engine.binary;

/** References (core specification, "Reference Instructions"). */
final class ReferenceRules {

    private final ModuleContext context;
    private final ExpressionStacks stacks;

    ReferenceRules(ModuleContext context, ExpressionStacks stacks) {
        this.context = context;
        this.stacks = stacks;
    }

    void validate(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "ref.null" -> stacks.pushVal(TypeCode.nullable(heap(in)));
            case "ref.is_null" -> {
                stacks.popRef();
                stacks.pushVal(TypeCode.I32);
            }
            case "ref.as_non_null" -> stacks.pushVal(TypeCode.withoutNull(stacks.popRef()));
            case "ref.func" -> func(in.value(0));
            case "ref.eq" -> {
                stacks.popVal(TypeCode.nullable(TypeCode.EQ));
                stacks.popVal(TypeCode.nullable(TypeCode.EQ));
                stacks.pushVal(TypeCode.I32);
            }
            case "ref.test", "ref.test_null" -> {
                stacks.popVal(TypeCode.nullable(context.types.top(heap(in))));
                stacks.pushVal(TypeCode.I32);
            }
            case "ref.cast" -> cast(TypeCode.nonNull(heap(in)));
            case "ref.cast_null" -> cast(TypeCode.nullable(heap(in)));
            case "any.convert_extern" -> convert(TypeCode.EXTERN, TypeCode.ANY);
            case "extern.convert_any" -> convert(TypeCode.ANY, TypeCode.EXTERN);
            case "ref.i31" -> {
                stacks.popVal(TypeCode.I32);
                stacks.pushVal(TypeCode.nonNull(TypeCode.I31));
            }
            default -> {
                stacks.popVal(TypeCode.nullable(TypeCode.I31));
                stacks.pushVal(TypeCode.I32);
            }
        }
    }

    private int heap(InstructionReader in) {
        return context.types.resolve(in.value(0), in.start());
    }

    private void func(int index) {
        int type = context.func(index, stacks.offset());
        if (!context.isReferred(index)) {
            throw stacks.invalid("names function " + index + ", which nothing else refers to");
        }
        stacks.pushVal(TypeCode.nonNull(context.types.heap(type)));
    }

    private void cast(int to) {
        stacks.popVal(TypeCode.nullable(context.types.top(TypeCode.heap(to))));
        stacks.pushVal(to);
    }

    private void convert(int from, int to) {
        boolean nullable = TypeCode.isNullable(stacks.popVal(TypeCode.nullable(from)));
        stacks.pushVal(nullable ? TypeCode.nullable(to) : TypeCode.nonNull(to));
    }
}
