package dev.tamias.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * A comparison of the core specification ({@code i32.lt_u} and the like) as a jump of the JVM.
 *
 * @param jump the jump with one operand ({@code IFLT} …) that says which order is asked for
 */
record Comparison(Operands operands, int jump) {

    /** What is compared. */
    enum Operands {
        /** An i32 with zero. */
        I32_ZERO,
        /** Two i32, signed. */
        I32,
        /** Two i32, unsigned. */
        U32,
        /** An i64 with zero. */
        I64_ZERO,
        /** Two i64, signed. */
        I64,
        /** Two i64, unsigned. */
        U64
    }

    private static final Map<String, Comparison> BY_NAME = new HashMap<>();

    static {
        name("I32", Operands.I32, Operands.U32);
        name("I64", Operands.I64, Operands.U64);
        BY_NAME.put("I32_EQZ", new Comparison(Operands.I32_ZERO, Opcodes.IFEQ));
        BY_NAME.put("I64_EQZ", new Comparison(Operands.I64_ZERO, Opcodes.IFEQ));
    }

    private static void name(String type, Operands signed, Operands unsigned) {
        BY_NAME.put(type + "_EQ", new Comparison(signed, Opcodes.IFEQ));
        BY_NAME.put(type + "_NE", new Comparison(signed, Opcodes.IFNE));
        Map<String, Integer> orders =
                Map.of(
                        "_LT_", Opcodes.IFLT,
                        "_LE_", Opcodes.IFLE,
                        "_GT_", Opcodes.IFGT,
                        "_GE_", Opcodes.IFGE);
        orders.forEach(
                (order, jump) -> {
                    BY_NAME.put(type + order + "S", new Comparison(signed, jump));
                    BY_NAME.put(type + order + "U", new Comparison(unsigned, jump));
                });
    }

    /**
     * A comparison by Chicory's name for it.
     *
     * @return null for other operations, and for those of floating point, where a jump would have to
     *     mind NaN
     */
    static @Nullable Comparison of(String name) {
        return BY_NAME.get(name);
    }

    /** What holds where this one does not. */
    Comparison negated() {
        // The JVM's jumps are numbered in pairs of opposites, the first of which is odd.
        return new Comparison(operands, (jump + 1 ^ 1) - 1);
    }

    /** What takes the operands from the stack and jumps if the comparison holds. */
    InsnList jump(LabelNode target) {
        InsnList code = new InsnList();
        switch (operands) {
            case I32_ZERO -> code.add(new JumpInsnNode(jump, target));
            case I32 -> code.add(new JumpInsnNode(ofTwo(jump), target));
            case U32 -> {
                flipSign(code, Integer.MIN_VALUE, Opcodes.IADD);
                code.add(new InsnNode(Opcodes.SWAP));
                flipSign(code, Integer.MIN_VALUE, Opcodes.IADD);
                code.add(new JumpInsnNode(ofTwo(swapped()), target));
            }
            case I64_ZERO -> {
                code.add(new InsnNode(Opcodes.LCONST_0));
                code.add(new InsnNode(Opcodes.LCMP));
                code.add(new JumpInsnNode(jump, target));
            }
            case I64 -> {
                code.add(new InsnNode(Opcodes.LCMP));
                code.add(new JumpInsnNode(jump, target));
            }
            case U64 -> {
                flipSign(code, Long.MIN_VALUE, Opcodes.LADD);
                code.add(new InsnNode(Opcodes.DUP2_X2));
                code.add(new InsnNode(Opcodes.POP2));
                flipSign(code, Long.MIN_VALUE, Opcodes.LADD);
                code.add(new InsnNode(Opcodes.LCMP));
                code.add(new JumpInsnNode(swapped(), target));
            }
        }
        return code;
    }

    /** Numbers with flipped sign bits compare signed as the originals do unsigned. */
    private static void flipSign(InsnList code, Number bit, int add) {
        code.add(new LdcInsnNode(bit));
        code.add(new InsnNode(add));
    }

    private static int ofTwo(int jump) {
        return jump - Opcodes.IFEQ + Opcodes.IF_ICMPEQ;
    }

    /** The jump for operands in the other order. */
    private int swapped() {
        return switch (jump) {
            case Opcodes.IFLT -> Opcodes.IFGT;
            case Opcodes.IFGT -> Opcodes.IFLT;
            case Opcodes.IFLE -> Opcodes.IFGE;
            case Opcodes.IFGE -> Opcodes.IFLE;
            default -> jump;
        };
    }
}
