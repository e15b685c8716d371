package dev.tamias.engine;

import dev.tamias.engine.binary.FunctionGroup;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives the class of a group of functions the names that the whole module has for them: compiled by
 * itself, the group has other indices.
 */
final class GroupClass extends ClassVisitor {

    /** A function's method, and the one that takes its arguments in an array. */
    private static final Pattern FUNCTION = Pattern.compile("(func_|call_)(\\d+)");

    private final FunctionGroup group;
    private final IntFunction<String> classes;
    private final String own;
    private int functions;

    private GroupClass(ClassVisitor next, FunctionGroup group, IntFunction<String> classes) {
        super(Opcodes.ASM9, next);
        this.group = group;
        this.classes = classes;
        this.own = classes.apply(group.first());
    }

    /**
     * The class as the whole module needs it, improved.
     *
     * @param file as Chicory has compiled it
     * @param classes the class of each function of the whole module
     */
    static byte[] of(byte[] file, FunctionGroup group, IntFunction<String> classes) {
        GroupClass[] made = new GroupClass[1];
        byte[] renamed =
                Peephole.improve(file, next -> made[0] = new GroupClass(next, group, classes));
        if (made[0].functions != group.compiled() - group.imported()) {
            // Chicory makes smaller classes of too many constants, which so few functions cannot
            // have.
            throw new IllegalStateException("a class lacks functions of its group");
        }
        return renamed;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        super.visit(version, access, own, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        Matcher function = FUNCTION.matcher(name);
        if (!function.matches()) {
            return renaming(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
        int place = Integer.parseInt(function.group(2));
        if (place < group.imported()) {
            return null;
        }
        functions += function.group(1).equals("func_") ? 1 : 0;
        String whole = function.group(1) + group.indexOf(place);
        return renaming(super.visitMethod(access, whole, descriptor, signature, exceptions));
    }

    private MethodVisitor renaming(MethodVisitor next) {
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String name, String descriptor, boolean isInterface) {
                Matcher function = FUNCTION.matcher(name);
                if (LazyCompiler.isGroup(owner.replace('/', '.')) && function.matches()) {
                    int index = group.indexOf(Integer.parseInt(function.group(2)));
                    String target = group.has(index) ? own : classes.apply(index);
                    super.visitMethodInsn(
                            opcode, target, function.group(1) + index, descriptor, isInterface);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                }
            }
        };
    }
}
