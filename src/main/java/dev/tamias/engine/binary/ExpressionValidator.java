package dev.tamias.engine.binary;

/**
 * Validates function bodies and constant expressions, instruction by instruction (core specification,
 * "Instructions" of the validation and appendix "Validation Algorithm").
 */
final class ExpressionValidator {

    /** Looks on while a function body is validated. */
    interface Observer {

        /** An instruction was read and does nothing yet. */
        void before(Instruction instruction, InstructionReader in, ExpressionStacks stacks);

        /** The stacks are as the instruction leaves them. */
        void after(Instruction instruction, InstructionReader in, ExpressionStacks stacks);
    }

    private static final Observer NOBODY =
            new Observer() {
                @Override
                public void before(
                        Instruction instruction, InstructionReader in, ExpressionStacks stacks) {}

                @Override
                public void after(
                        Instruction instruction, InstructionReader in, ExpressionStacks stacks) {}
            };

    private final ModuleContext context;
    private final ExpressionStacks stacks;
    private final Locals locals;
    private final ControlRules control;
    private final VariableRules variable;
    private final TableRules table;
    private final ReferenceRules reference;
    private final AggregateRules aggregate;

    ExpressionValidator(ModuleContext context) {
        this.context = context;
        this.stacks = new ExpressionStacks(context.types);
        this.locals = new Locals();
        this.control = new ControlRules(context, stacks, locals);
        this.variable = new VariableRules(context, stacks, locals);
        this.table = new TableRules(context, stacks);
        this.reference = new ReferenceRules(context, stacks);
        this.aggregate = new AggregateRules(context, stacks);
    }

    /**
     * Validates a function body.
     *
     * @param body the locals and instructions, to its end
     */
    void body(SubType type, BinaryReader body) {
        body(type, body, NOBODY);
    }

    /** The same, with somebody who looks on. */
    void body(SubType type, BinaryReader body, Observer observer) {
        locals.read(type.params, body, context.types);
        stacks.start(type.results);
        InstructionReader in = new InstructionReader(body);
        while (!body.atEnd()) {
            if (stacks.isClosed()) {
                throw body.malformed("a function body goes on behind its end");
            }
            Instruction instruction = in.next();
            observer.before(instruction, in, stacks);
            validate(instruction, in);
            observer.after(instruction, in, stacks);
        }
        if (!stacks.isClosed()) {
            throw body.malformed("a function body ends before its end instruction");
        }
    }

    /** The locals of the function that is validated or was validated last. */
    Locals locals() {
        return locals;
    }

    /** Validates a constant expression that gives a value of {@code type}, to its end. */
    void constant(int type, BinaryReader reader) {
        locals.clear();
        stacks.start(new int[] {type});
        InstructionReader in = new InstructionReader(reader);
        while (!stacks.isClosed()) {
            Instruction instruction = in.next();
            requireConstant(instruction, in);
            validate(instruction, in);
        }
    }

    private void requireConstant(Instruction instruction, InstructionReader in) {
        if (!instruction.constant) {
            throw new InvalidModule(
                    in.start(), instruction + " cannot stand in a constant expression");
        }
        switch (instruction.name) {
            case "global.get" -> {
                if (context.global(in.value(0), in.start()).mutable()) {
                    throw new InvalidModule(
                            in.start(), "a constant expression reads a global that can change");
                }
            }
            case "ref.func" -> context.refer(in.value(0), in.start());
            default -> {}
        }
    }

    private void validate(Instruction instruction, InstructionReader in) {
        stacks.at(instruction.name, in.start());
        switch (instruction.rules) {
            case OPERANDS -> operands(instruction, in);
            case CONTROL -> control.validate(instruction, in);
            case VARIABLE -> variable.validate(instruction, in);
            case TABLE -> table.validate(instruction, in);
            case REFERENCE -> reference.validate(instruction, in);
            case AGGREGATE -> aggregate.validate(instruction, in);
        }
    }

    /** An instruction that the table says all of. */
    private void operands(Instruction instruction, InstructionReader in) {
        int address = immediates(instruction, in);
        int[] operands = instruction.operands;
        for (int i = operands.length - 1; i >= 0; i--) {
            stacks.popVal(operands[i] == Instruction.ADDRESS ? address : operands[i]);
        }
        for (int each : instruction.results) {
            stacks.pushVal(each == Instruction.ADDRESS ? address : each);
        }
    }

    /** Checks the immediates; the answer is the address type of the memory. */
    private int immediates(Instruction instruction, InstructionReader in) {
        int address = TypeCode.I32;
        for (int i = 0; i < instruction.immediates.length; i++) {
            switch (instruction.immediates[i]) {
                case MEMORY -> address = context.memory(in.value(i), in.start());
                case MEM_ARG -> address = memArg(instruction, in, i);
                case LANE -> lane(in.value(i), instruction.bounds[i]);
                case LANES -> {
                    for (int lane = 0; lane < in.size(); lane++) {
                        lane(in.list()[lane], instruction.bounds[i]);
                    }
                }
                default -> {}
            }
        }
        return address;
    }

    private void lane(int lane, int count) {
        if (lane >= count) {
            throw stacks.invalid("names lane " + lane + " of " + count);
        }
    }

    private int memArg(Instruction instruction, InstructionReader in, int immediate) {
        int address = context.memory(in.memory(), in.start());
        int natural = Integer.numberOfTrailingZeros(instruction.bounds[immediate]);
        int alignment = in.value(immediate);
        if (alignment > natural || instruction.atomic && alignment != natural) {
            throw stacks.invalid(
                    "states alignment 2^" + alignment + ", and its access has 2^" + natural);
        }
        if (address == TypeCode.I32 && in.offset() >>> 32 != 0) {
            throw stacks.invalid("has an offset beyond 32 bits");
        }
        return address;
    }
}
