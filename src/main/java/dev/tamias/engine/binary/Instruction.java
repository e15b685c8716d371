package dev.tamias.engine.binary;

/** One row of the {@link InstructionTable}. */
final class Instruction {

    /** The class that checks an instruction. */
    enum Rules {
        /** The table says all: {@link ExpressionValidator}. */
        OPERANDS,
        CONTROL,
        VARIABLE,
        TABLE,
        REFERENCE,
        AGGREGATE
    }

    /** In the place of an operand's type: i32 or i64, as the memory has it. */
    static final int ADDRESS = 1;

    /** As the specification writes it. */
    final String name;

    final Rules rules;

    /** What stands behind its opcode, in that order. */
    final Immediate[] immediates;

    /** For each immediate the bytes of the access or the number of lanes, or zero. */
    final int[] bounds;

    /** The types that it takes from the stack, the top at the end; empty where a rule says so. */
    final int[] operands;

    /** The types that it puts there. */
    final int[] results;

    /** Whether a constant expression may have it. */
    final boolean constant;

    /** Whether it is atomic: then its access must be aligned as wide as it is. */
    final boolean atomic;

    Instruction(
            String name,
            Rules rules,
            Immediate[] immediates,
            int[] bounds,
            int[] operands,
            int[] results,
            boolean constant) {
        this.name = name;
        this.rules = rules;
        this.immediates = immediates;
        this.bounds = bounds;
        this.operands = operands;
        this.results = results;
        this.constant = constant;
        this.atomic = name.contains("atomic");
    }

    @Override
    public String toString() {
        return name;
    }
}
