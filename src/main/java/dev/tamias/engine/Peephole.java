package dev.tamias.engine;

import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.OpcodeImpl;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A pass over compiled functions that looks at a few instructions at a time.
 *
 * <p>A comparison and the branch on its result become one jump. Chicory calls a method for each
 * comparison, which answers 0 or 1, and branches on that: all comparisons of all guests share one
 * profile, each takes a part of what HotSpot is ready to inline, and HotSpot's second compiler has to
 * take the number apart again, which it does wrongly at times (JDK-8376400; RATIONALE.md).
 *
 * <p>Accesses to memory go to {@link MemoryAccess}, questions for an interrupt to {@link InterruptCheck}.
 */
final class Peephole {

    private static final String COMPARISONS = Type.getInternalName(OpcodeImpl.class);
    private static final String SHADED = Compiler.DEFAULT_CLASS_NAME.replace('.', '/') + "Shaded";
    private static final String ACCESS = Type.getInternalName(MemoryAccess.class);

    /** What a comparison takes of the stack beside its operands: a number of 64 bits. */
    private static final int COMPARING = 2;

    private Peephole() {}

    /** A class of functions, improved; as it was where a function would become too large. */
    static byte[] improve(byte[] file) {
        return improve(file, same -> same);
    }

    /**
     * A class of functions, improved where that leaves none of them too large, and changed otherwise.
     *
     * @param change what changes the class on its way to the visitor that it is given
     */
    static byte[] improve(byte[] file, UnaryOperator<ClassVisitor> change) {
        ClassReader in = new ClassReader(file);
        ClassWriter out = new ClassWriter(0);
        in.accept(change.apply(new Functions(out)), ClassReader.SKIP_DEBUG);
        try {
            return out.toByteArray();
        } catch (MethodTooLargeException e) {
            ClassWriter asItWas = new ClassWriter(0);
            in.accept(change.apply(asItWas), ClassReader.SKIP_DEBUG);
            return asItWas.toByteArray();
        }
    }

    private static final class Functions extends ClassVisitor {

        Functions(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
                @Override
                public void visitEnd() {
                    improve(instructions);
                    maxStack += COMPARING;
                    accept(next);
                }
            };
        }
    }

    private static void improve(InsnList code) {
        AbstractInsnNode each = code.getFirst();
        while (each != null) {
            AbstractInsnNode next = each.getNext();
            if (each instanceof MethodInsnNode call) {
                if (MemoryAccess.serves(call.name) && call.owner.equals(SHADED)) {
                    call.owner = ACCESS;
                } else if (call.name.equals(InterruptCheck.METHOD) && call.owner.equals(SHADED)) {
                    call.owner = InterruptCheck.CLASS;
                } else {
                    next = fuse(code, call, next);
                }
            }
            each = next;
        }
    }

    /** Where a comparison begins what ends in a branch, puts a jump there; answers what comes next. */
    private static @Nullable AbstractInsnNode fuse(
            InsnList code, MethodInsnNode call, @Nullable AbstractInsnNode next) {
        Comparison comparison = comparison(call);
        AbstractInsnNode end = next;
        while (comparison != null && end != null && isNegation(end)) {
            comparison = comparison.negated();
            end = end.getNext();
        }
        if (comparison == null
                || !(end instanceof JumpInsnNode branch)
                || branch.getOpcode() != Opcodes.IFNE && branch.getOpcode() != Opcodes.IFEQ) {
            return next;
        }
        if (branch.getOpcode() == Opcodes.IFEQ) {
            comparison = comparison.negated();
        }
        AbstractInsnNode after = branch.getNext();
        code.insertBefore(call, comparison.jump(branch.label));
        while (call.getNext() != branch) {
            code.remove(call.getNext());
        }
        code.remove(call);
        code.remove(branch);
        return after;
    }

    private static @Nullable Comparison comparison(MethodInsnNode call) {
        if (call.owner.equals(COMPARISONS)) {
            return Comparison.of(call.name);
        }
        // Chicory's way around the defect of JDK 17 in this one: a call that cannot be inlined.
        return call.owner.equals(SHADED) && call.name.equals("i32_ge_u")
                ? Comparison.of("I32_GE_U")
                : null;
    }

    private static boolean isNegation(AbstractInsnNode each) {
        return each instanceof MethodInsnNode call
                && call.owner.equals(COMPARISONS)
                && call.name.equals("I32_EQZ");
    }
}
