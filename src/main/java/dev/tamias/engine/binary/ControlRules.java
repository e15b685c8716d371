package dev.tamias.engine.binary;

import java.util.Arrays;

/** Blocks, branches, calls and exceptions (core specification, "Control Instructions"). */
final class ControlRules {

    private static final int[][] ONE = {
        {TypeCode.V128}, {TypeCode.F64}, {TypeCode.F32}, {TypeCode.I64}, {TypeCode.I32}
    };

    private final ModuleContext context;
    private final ExpressionStacks stacks;
    private final Locals locals;

    ControlRules(ModuleContext context, ExpressionStacks stacks, Locals locals) {
        this.context = context;
        this.stacks = stacks;
        this.locals = locals;
    }

    void validate(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "unreachable" -> stacks.unreachable();
            case "block" -> open(ExpressionStacks.Opener.BLOCK, in);
            case "loop" -> open(ExpressionStacks.Opener.LOOP, in);
            case "if" -> {
                stacks.popVal(TypeCode.I32);
                open(ExpressionStacks.Opener.IF, in);
            }
            case "else" -> alternative();
            case "end" -> end();
            case "try_table" -> {
                catches(in);
                open(ExpressionStacks.Opener.BLOCK, in);
            }
            case "throw" -> {
                stacks.popVals(context.tagType(in.value(0), in.start()).params);
                stacks.unreachable();
            }
            case "throw_ref" -> {
                stacks.popVal(TypeCode.EXNREF);
                stacks.unreachable();
            }
            default -> {
                if (instruction.name.startsWith("br")) {
                    branch(instruction, in);
                } else {
                    call(instruction, in);
                }
            }
        }
    }

    private void open(ExpressionStacks.Opener opener, InstructionReader in) {
        int type = in.value(0);
        int[] params = ExpressionStacks.NOTHING;
        int[] results = ExpressionStacks.NOTHING;
        if (in.isBlockTypeIndex()) {
            SubType function = context.types.func(type, in.start());
            params = function.params;
            results = function.results;
        } else if (TypeCode.isNumberOrVector(type)) {
            results = ONE[type - TypeCode.V128];
        } else if (type != TypeCode.BOTTOM) {
            results = new int[] {context.types.resolve(type, in.start())};
        }
        stacks.popVals(params);
        stacks.pushCtrl(opener, params, results, locals.height());
    }

    private void alternative() {
        ExpressionStacks.Frame frame = stacks.popCtrl();
        if (!frame.isConditional()) {
            throw new MalformedBinary(stacks.offset(), "else stands in no if");
        }
        locals.reset(frame.initHeight());
        stacks.pushCtrl(
                ExpressionStacks.Opener.BLOCK,
                frame.startTypes(),
                frame.endTypes(),
                locals.height());
    }

    private void end() {
        ExpressionStacks.Frame frame = stacks.popCtrl();
        if (frame.isConditional() && !context.types.matches(frame.startTypes(), frame.endTypes())) {
            throw stacks.invalid(
                    "closes an if without else, which would turn "
                            + SubType.list(frame.startTypes())
                            + " into "
                            + SubType.list(frame.endTypes()));
        }
        locals.reset(frame.initHeight());
        stacks.pushVals(frame.endTypes());
    }

    private void catches(InstructionReader in) {
        int[] clauses = in.list();
        for (int i = 0; i < in.size(); i += 4) {
            int kind = clauses[i];
            stacks.at("catch clause", clauses[i + 3]);
            int[] given =
                    kind < 2
                            ? context.tagType(clauses[i + 1], stacks.offset()).params
                            : ExpressionStacks.NOTHING;
            if ((kind & 1) != 0) {
                given = with(given, TypeCode.nonNull(TypeCode.EXN));
            }
            int[] wanted = stacks.frame(clauses[i + 2]).labelTypes();
            if (!context.types.matches(given, wanted)) {
                throw stacks.invalid(
                        "gives " + SubType.list(given) + " to a label of " + SubType.list(wanted));
            }
        }
        stacks.at("try_table", in.start());
    }

    private static int[] with(int[] types, int more) {
        int[] all = Arrays.copyOf(types, types.length + 1);
        all[types.length] = more;
        return all;
    }

    private void branch(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "br" -> {
                stacks.popVals(label(in.value(0)));
                stacks.unreachable();
            }
            case "br_if" -> {
                stacks.popVal(TypeCode.I32);
                pass(label(in.value(0)));
            }
            case "br_table" -> table(in);
            case "br_on_null" -> {
                int reference = stacks.popRef();
                pass(label(in.value(0)));
                stacks.pushVal(TypeCode.withoutNull(reference));
            }
            case "br_on_non_null" -> {
                int[] label = label(in.value(0));
                requireMatch(TypeCode.withoutNull(stacks.popRef()), last(label));
                pass(withoutLast(label));
            }
            default -> cast(instruction.name.equals("br_on_cast_fail"), in);
        }
    }

    private int[] label(int label) {
        return stacks.frame(label).labelTypes();
    }

    /** Takes these types and gives them back. */
    private void pass(int[] types) {
        stacks.popVals(types);
        stacks.pushVals(types);
    }

    private int last(int[] label) {
        if (label.length == 0 || !TypeCode.isReference(label[label.length - 1])) {
            throw stacks.invalid("gives a reference to a label of " + SubType.list(label));
        }
        return label[label.length - 1];
    }

    private static int[] withoutLast(int[] label) {
        return Arrays.copyOf(label, label.length - 1);
    }

    private void requireMatch(int given, int wanted) {
        if (!context.types.matches(given, wanted)) {
            throw stacks.invalid(
                    "has type "
                            + TypeCode.toString(given)
                            + " where "
                            + TypeCode.toString(wanted)
                            + " is wanted");
        }
    }

    private void table(InstructionReader in) {
        stacks.popVal(TypeCode.I32);
        int[] labels = in.list();
        int[] last = label(labels[in.size() - 1]);
        int[] checked = last;
        for (int i = 0; i < in.size() - 1; i++) {
            int[] types = label(labels[i]);
            if (types.length != last.length) {
                throw stacks.invalid("has labels that take different numbers of values");
            }
            if (types != checked) {
                stacks.peekVals(types);
                checked = types;
            }
        }
        stacks.popVals(last);
        stacks.unreachable();
    }

    private void cast(boolean fails, InstructionReader in) {
        int flags = in.value(0);
        int from = reference((flags & 1) != 0, in.value(2));
        int to = reference((flags & 2) != 0, in.value(3));
        requireMatch(to, from);
        int other = TypeCode.isNullable(to) ? TypeCode.withoutNull(from) : from;
        int[] label = label(in.value(1));
        requireMatch(fails ? other : to, last(label));
        stacks.popVal(from);
        pass(withoutLast(label));
        stacks.pushVal(fails ? to : other);
    }

    private int reference(boolean nullable, int heap) {
        int resolved = context.types.resolve(heap, stacks.offset());
        return nullable ? TypeCode.nullable(resolved) : TypeCode.nonNull(resolved);
    }

    private void call(Instruction instruction, InstructionReader in) {
        switch (instruction.name) {
            case "return" -> {
                stacks.popVals(stacks.outermost().endTypes());
                stacks.unreachable();
            }
            case "call" -> call(context.funcType(in.value(0), in.start()));
            case "return_call" -> tailCall(context.funcType(in.value(0), in.start()));
            case "call_indirect" -> call(indirect(in));
            case "return_call_indirect" -> tailCall(indirect(in));
            case "call_ref" -> call(referred(in));
            case "return_call_ref" -> tailCall(referred(in));
            default -> throw new IllegalStateException(instruction.name);
        }
    }

    private SubType indirect(InstructionReader in) {
        ModuleContext.Table table = context.table(in.value(1), in.start());
        requireMatch(table.element(), TypeCode.FUNCREF);
        SubType type = context.types.func(in.value(0), in.start());
        stacks.popVal(table.addressType());
        return type;
    }

    private SubType referred(InstructionReader in) {
        SubType type = context.types.func(in.value(0), in.start());
        stacks.popVal(TypeCode.nullable(context.types.heap(in.value(0))));
        return type;
    }

    private void call(SubType type) {
        stacks.popVals(type.params);
        stacks.pushVals(type.results);
    }

    private void tailCall(SubType type) {
        int[] wanted = stacks.outermost().endTypes();
        if (!context.types.matches(type.results, wanted)) {
            throw stacks.invalid(
                    "gives "
                            + SubType.list(type.results)
                            + " in a function that gives "
                            + SubType.list(wanted));
        }
        stacks.popVals(type.params);
        stacks.unreachable();
    }
}
