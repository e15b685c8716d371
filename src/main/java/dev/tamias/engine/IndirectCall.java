package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Value;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the method that calls a function of one type through a table, as Chicory's compiler does, but
 * with a tree of small switches.
 */
final class IndirectCall {

    /** Chicory's name for such a method, less the type's index. */
    static final String PREFIX = "call_indirect_";

    /** Parameters behind the function's own: index, table, memory, instance. */
    private static final int OWN_PARAMETERS = 4;

    private static final String INSTANCE = Type.getInternalName(Instance.class);
    private static final String INSTANCE_TYPE = Type.getDescriptor(Instance.class);
    private static final String TABLE = Type.getInternalName(TableInstance.class);
    private static final String VALUE = Type.getInternalName(Value.class);

    private final String owner;
    private final String shaded;
    private final String descriptor;
    private final int type;
    private final List<Integer> functions;
    private final CallDispatch dispatch;

    private final Type[] params;
    private final Type result;
    private final int slots;

    /** Of the methods that are told the function: the parameters, function, memory, instance. */
    private final String innerDescriptor;

    /** Of the functions' methods: the parameters, memory, instance. */
    private final String functionDescriptor;

    /**
     * @param owner the class that the method is written to
     * @param shaded Chicory's class of helper methods
     * @param descriptor the method's
     * @param functions the functions that can be called, by rising index
     * @param dispatch says where methods are
     */
    IndirectCall(
            String owner,
            String shaded,
            String descriptor,
            int type,
            List<Integer> functions,
            CallDispatch dispatch) {
        this.owner = owner;
        this.shaded = shaded;
        this.descriptor = descriptor;
        this.type = type;
        this.functions = functions;
        this.dispatch = dispatch;
        Type[] all = Type.getArgumentTypes(descriptor);
        this.params = Arrays.copyOf(all, all.length - OWN_PARAMETERS);
        this.result = Type.getReturnType(descriptor);
        this.slots = Arrays.stream(params).mapToInt(Type::getSize).sum();
        this.innerDescriptor = descriptor(all, all.length - 3);
        this.functionDescriptor = descriptor(all, all.length - 2);
    }

    private String descriptor(Type[] all, int from) {
        Type[] types = Arrays.copyOf(params, params.length + all.length - from);
        System.arraycopy(all, from, types, params.length, all.length - from);
        return Type.getMethodDescriptor(result, types);
    }

    /** Whether the method takes its parameters one by one, not in an array since they are so many. */
    static boolean isWritable(String descriptor) {
        return Type.getArgumentTypes(descriptor)[0].getSort() != Type.ARRAY;
    }

    void write(ClassVisitor out) {
        MethodVisitor method = CallDispatch.method(out, PREFIX + type, descriptor);
        int table = slots + OWN_PARAMETERS;
        int function = table + 1;
        int callee = table + 2;
        int memory = slots + 2;
        int instance = slots + 3;
        CallDispatch.invoke(
                method, InterruptCheck.CLASS, InterruptCheck.METHOD, InterruptCheck.TYPE);
        method.visitVarInsn(Opcodes.ALOAD, instance);
        method.visitVarInsn(Opcodes.ILOAD, slots + 1);
        virtual(method, INSTANCE, "table", "(I)L" + TABLE + ";");
        method.visitVarInsn(Opcodes.ASTORE, table);
        method.visitVarInsn(Opcodes.ALOAD, table);
        method.visitVarInsn(Opcodes.ILOAD, slots);
        virtual(method, TABLE, "requiredRef", "(I)I");
        method.visitVarInsn(Opcodes.ISTORE, function);
        method.visitVarInsn(Opcodes.ALOAD, table);
        method.visitVarInsn(Opcodes.ILOAD, slots);
        virtual(method, TABLE, "instance", "(I)" + INSTANCE_TYPE);
        method.visitVarInsn(Opcodes.ASTORE, callee);
        Label own = new Label();
        method.visitVarInsn(Opcodes.ALOAD, callee);
        method.visitJumpInsn(Opcodes.IFNULL, own);
        method.visitVarInsn(Opcodes.ALOAD, callee);
        method.visitVarInsn(Opcodes.ALOAD, instance);
        method.visitJumpInsn(Opcodes.IF_ACMPEQ, own);
        other(method, function, callee);
        method.visitLabel(own);
        choose(out, method, 0, functions.size(), new int[] {function, memory, instance});
        CallDispatch.end(method);
    }

    private static void virtual(MethodVisitor out, String owner, String name, String type) {
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, type, false);
    }

    /** Calls the function of another instance, its arguments in an array. */
    private void other(MethodVisitor method, int function, int callee) {
        method.visitIntInsn(Opcodes.SIPUSH, params.length);
        method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
        int slot = 0;
        for (int i = 0; i < params.length; i++) {
            method.visitInsn(Opcodes.DUP);
            method.visitIntInsn(Opcodes.SIPUSH, i);
            method.visitVarInsn(params[i].getOpcode(Opcodes.ILOAD), slot);
            switch (params[i].getSort()) {
                case Type.INT -> method.visitInsn(Opcodes.I2L);
                case Type.FLOAT -> CallDispatch.invoke(method, VALUE, "floatToLong", "(F)J");
                case Type.DOUBLE -> CallDispatch.invoke(method, VALUE, "doubleToLong", "(D)J");
                default -> {}
            }
            method.visitInsn(Opcodes.LASTORE);
            slot += params[i].getSize();
        }
        method.visitLdcInsn(type);
        method.visitVarInsn(Opcodes.ILOAD, function);
        method.visitVarInsn(Opcodes.ALOAD, callee);
        CallDispatch.invoke(method, shaded, "callIndirect", "([JII" + INSTANCE_TYPE + ")[J");
        if (result.getSort() == Type.VOID) {
            method.visitInsn(Opcodes.POP);
        } else if (result.getSort() != Type.ARRAY) {
            method.visitInsn(Opcodes.ICONST_0);
            method.visitInsn(Opcodes.LALOAD);
            switch (result.getSort()) {
                case Type.INT -> method.visitInsn(Opcodes.L2I);
                case Type.FLOAT -> CallDispatch.invoke(method, VALUE, "longToFloat", "(J)F");
                case Type.DOUBLE -> CallDispatch.invoke(method, VALUE, "longToDouble", "(J)D");
                default -> {}
            }
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    /**
     * Looks for the function among those from {@code from} to {@code to}: halves them, until a method of
     * its own has a switch for the rest.
     *
     * @param locals where function, memory and instance are
     */
    private void choose(ClassVisitor out, MethodVisitor method, int from, int to, int[] locals) {
        if (to - from > CallDispatch.FUNCTIONS_PER_METHOD) {
            int middle = (from + to) / 2;
            Label upper = new Label();
            method.visitVarInsn(Opcodes.ILOAD, locals[0]);
            method.visitLdcInsn(functions.get(middle));
            method.visitJumpInsn(Opcodes.IF_ICMPGE, upper);
            choose(out, method, from, middle, locals);
            method.visitLabel(upper);
            choose(out, method, middle, to, locals);
            return;
        }
        String name = PREFIX + type + "_" + from;
        arguments(method);
        method.visitVarInsn(Opcodes.ILOAD, locals[0]);
        method.visitVarInsn(Opcodes.ALOAD, locals[1]);
        method.visitVarInsn(Opcodes.ALOAD, locals[2]);
        CallDispatch.Place place = dispatch.place(owner, out, name);
        CallDispatch.invoke(method, place.owner(), name, innerDescriptor);
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        part(place.out(), name, functions.subList(from, to));
    }

    private void arguments(MethodVisitor method) {
        int slot = 0;
        for (Type param : params) {
            method.visitVarInsn(param.getOpcode(Opcodes.ILOAD), slot);
            slot += param.getSize();
        }
    }

    private void part(ClassVisitor out, String name, List<Integer> some) {
        MethodVisitor method = CallDispatch.method(out, name, innerDescriptor);
        arguments(method);
        method.visitVarInsn(Opcodes.ALOAD, slots + 1);
        method.visitVarInsn(Opcodes.ALOAD, slots + 2);
        Label mismatch = new Label();
        Label[] cases = CallDispatch.labels(some.size());
        method.visitVarInsn(Opcodes.ILOAD, slots);
        int[] keys = some.stream().mapToInt(Integer::intValue).toArray();
        method.visitLookupSwitchInsn(mismatch, keys, cases);
        for (int i = 0; i < keys.length; i++) {
            method.visitLabel(cases[i]);
            CallDispatch.invoke(
                    method, dispatch.classOf(keys[i]), "func_" + keys[i], functionDescriptor);
            method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        }
        method.visitLabel(mismatch);
        CallDispatch.invoke(
                method, shaded, "throwIndirectCallTypeMismatch", "()Ljava/lang/RuntimeException;");
        method.visitInsn(Opcodes.ATHROW);
        CallDispatch.end(method);
    }
}
