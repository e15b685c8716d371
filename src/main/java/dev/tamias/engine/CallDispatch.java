package dev.tamias.engine;

import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives large modules other code for calls by a function's index.
 *
 * <p>Chicory writes one switch over all functions for calls from outside, and one over all functions
 * of a type for {@code call_indirect}. HotSpot compiles no method of more than 8,000 bytes, so that in
 * a module with many functions each such call runs in the JVM's interpreter, twenty times slower. Here
 * the switches are split.
 */
final class CallDispatch {

    /** From this many functions on, at twelve bytes each, a switch comes near HotSpot's limit. */
    private static final int LARGE = 512;

    static final int FUNCTIONS_PER_METHOD = 256;

    /** A class has at most 65,535 constants, of which a call takes three. */
    private static final int TOGETHER = 16 << 10;

    private static final String INSTANCE_TYPE = Type.getDescriptor(Instance.class);
    private static final String MEMORY_TYPE = Type.getDescriptor(Memory.class);

    private static final String MAIN = Compiler.DEFAULT_CLASS_NAME.replace('.', '/');
    private static final String SHADED = MAIN + "Shaded";
    private static final String BY_INDEX = MAIN + "MachineCall";
    private static final String BY_INDEX_TYPE = "(" + INSTANCE_TYPE + MEMORY_TYPE + "I[J)[J";
    private static final String BOXED_TYPE = "(" + INSTANCE_TYPE + MEMORY_TYPE + "[J)[J";

    private final WasmModule module;
    private final int imported;
    private final List<Integer> types = new ArrayList<>();
    private final IntFunction<String> classes;
    private final boolean all;
    private final Map<String, ClassWriter> apart = new LinkedHashMap<>();
    private boolean unwritable;

    private CallDispatch(
            WasmModule module, int[] defined, IntFunction<String> classes, boolean all) {
        this.module = module;
        this.classes = classes;
        this.all = all;
        this.imported = module.importSection().count(ExternalType.FUNCTION);
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof FunctionImport function) {
                types.add(function.typeIndex());
            }
        }
        Arrays.stream(defined).forEach(types::add);
    }

    /**
     * Calls of all functions of a module, none of them as Chicory writes them.
     *
     * @param module that has the types
     * @param defined the type of each function that is not imported
     * @param classes the class of each function
     */
    static CallDispatch of(WasmModule module, int[] defined, IntFunction<String> classes) {
        return new CallDispatch(module, defined, classes, true);
    }

    /**
     * The classes, their switches split where the module is large.
     *
     * @param classes class files by their names with dots
     * @param functionsPerClass how many functions each of them was to have
     */
    static Map<String, byte[]> split(
            Map<String, byte[]> classes, WasmModule module, int functionsPerClass) {
        int[] defined = new int[module.functionSection().functionCount()];
        Arrays.setAll(defined, module.functionSection()::getFunctionType);
        int functions = module.importSection().count(ExternalType.FUNCTION) + defined.length;
        if (functions <= LARGE) {
            return classes;
        }
        long groups = classes.keySet().stream().filter(each -> each.contains("FuncGroup_")).count();
        // Chicory halves the number where a class is too large.
        int perClass = functionsPerClass;
        while ((functions + perClass - 1) / perClass < groups) {
            perClass >>= 1;
        }
        int functionsOf = perClass;
        return new CallDispatch(
                        module, defined, each -> MAIN + "FuncGroup_" + each / functionsOf, false)
                .split(classes);
    }

    /**
     * The classes, each of their calls written anew.
     *
     * @return null where there is one that cannot be
     */
    @Nullable Map<String, byte[]> written(Map<String, byte[]> some) {
        Map<String, byte[]> written = split(some);
        return unwritable ? null : written;
    }

    private Map<String, byte[]> split(Map<String, byte[]> some) {
        Map<String, byte[]> split = new LinkedHashMap<>();
        String main = MAIN.replace('/', '.');
        some.forEach(
                (name, file) -> {
                    if (name.equals(main + "MachineCall")) {
                        split.put(name, byIndex());
                    } else if (name.equals(main) || name.startsWith(main + "CallIndirectBridge_")) {
                        split.put(name, byTable(name.replace('.', '/'), file));
                    } else if (!name.startsWith(main + "Dispatch_")
                            && !name.startsWith(main + "Indirect_")) {
                        split.put(name, file);
                    }
                });
        apart.forEach((name, file) -> split.put(name.replace('/', '.'), file.toByteArray()));
        return split;
    }

    /** The class that a method is written to. */
    record Place(String owner, ClassVisitor out) {}

    /**
     * Where a method with some of the calls is written: beside the others, or in a class of its own where
     * they are so many that one class has not enough constants.
     */
    Place place(String owner, ClassVisitor out, String method) {
        if (types.size() <= TOGETHER) {
            return new Place(owner, out);
        }
        ClassWriter own = calls(owner + "_" + method);
        apart.put(owner + "_" + method, own);
        return new Place(owner + "_" + method, own);
    }

    private static ClassWriter calls(String name) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        out.visit(
                Opcodes.V11,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                name,
                null,
                Type.getInternalName(Object.class),
                null);
        return out;
    }

    /** The class of a function. */
    String classOf(int function) {
        return classes.apply(function);
    }

    /** The class for calls from outside: {@code call(instance, memory, function, arguments)}. */
    private byte[] byIndex() {
        ClassWriter out = calls(BY_INDEX);
        int parts = (types.size() - 1) / FUNCTIONS_PER_METHOD + 1;
        MethodVisitor all = method(out, "call", BY_INDEX_TYPE);
        Label[] cases = labels(parts);
        Label unknown = new Label();
        all.visitVarInsn(Opcodes.ILOAD, 2);
        all.visitIntInsn(Opcodes.SIPUSH, FUNCTIONS_PER_METHOD);
        all.visitInsn(Opcodes.IDIV);
        all.visitTableSwitchInsn(0, parts - 1, unknown, cases);
        for (int part = 0; part < parts; part++) {
            all.visitLabel(cases[part]);
            all.visitVarInsn(Opcodes.ALOAD, 0);
            all.visitVarInsn(Opcodes.ALOAD, 1);
            all.visitVarInsn(Opcodes.ILOAD, 2);
            all.visitVarInsn(Opcodes.ALOAD, 3);
            Place place = place(BY_INDEX, out, "call_" + part);
            invoke(all, place.owner(), "call_" + part, BY_INDEX_TYPE);
            all.visitInsn(Opcodes.ARETURN);
            byIndex(place.out(), part);
        }
        unknown(all, unknown);
        out.visitEnd();
        return out.toByteArray();
    }

    private void byIndex(ClassVisitor out, int part) {
        int first = part * FUNCTIONS_PER_METHOD;
        int end = Math.min(first + FUNCTIONS_PER_METHOD, types.size());
        MethodVisitor some = method(out, "call_" + part, BY_INDEX_TYPE);
        Label[] cases = labels(end - first);
        Label unknown = new Label();
        some.visitVarInsn(Opcodes.ILOAD, 2);
        some.visitTableSwitchInsn(first, end - 1, unknown, cases);
        for (int function = first; function < end; function++) {
            some.visitLabel(cases[function - first]);
            some.visitVarInsn(Opcodes.ALOAD, 0);
            if (function < imported) {
                some.visitVarInsn(Opcodes.ILOAD, 2);
                some.visitVarInsn(Opcodes.ALOAD, 3);
                invoke(some, SHADED, "callHostFunction", "(" + INSTANCE_TYPE + "I[J)[J");
            } else {
                some.visitVarInsn(Opcodes.ALOAD, 1);
                some.visitVarInsn(Opcodes.ALOAD, 3);
                invoke(some, classOf(function), "call_" + function, BOXED_TYPE);
            }
            some.visitInsn(Opcodes.ARETURN);
        }
        unknown(some, unknown);
    }

    /** Ends a method: at the label it throws that there is no such function. */
    private static void unknown(MethodVisitor out, Label label) {
        out.visitLabel(label);
        out.visitVarInsn(Opcodes.ILOAD, 2);
        invoke(out, SHADED, "throwUnknownFunction", "(I)Ljava/lang/RuntimeException;");
        out.visitInsn(Opcodes.ATHROW);
        end(out);
    }

    /** A class with calls through tables, those of many functions written anew. */
    private byte[] byTable(String owner, byte[] file) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, out) {
                            private final List<IndirectCall> anew = new ArrayList<>();

                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                IndirectCall call = indirectCall(owner, name, descriptor);
                                if (call != null) {
                                    anew.add(call);
                                    return null;
                                }
                                return super.visitMethod(
                                        access, name, descriptor, signature, exceptions);
                            }

                            @Override
                            public void visitEnd() {
                                anew.forEach(call -> call.write(out));
                                super.visitEnd();
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return out.toByteArray();
    }

    /** What is written in the place of a method; null where it stays. */
    private @Nullable IndirectCall indirectCall(String owner, String name, String descriptor) {
        if (!name.startsWith(IndirectCall.PREFIX)) {
            return null;
        }
        int type = Integer.parseInt(name.substring(IndirectCall.PREFIX.length()));
        List<Integer> functions = functionsOf(type);
        if (!all && functions.size() <= LARGE) {
            return null;
        }
        if (!IndirectCall.isWritable(descriptor)) {
            unwritable = true;
            return null;
        }
        return new IndirectCall(owner, SHADED, descriptor, type, functions, this);
    }

    /** The functions that may be called as of a type. */
    private List<Integer> functionsOf(int type) {
        Map<Integer, Boolean> matches = new HashMap<>();
        List<Integer> functions = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (matches.computeIfAbsent(
                    types.get(i),
                    each -> ValType.heapTypeSubtype(each, type, module.typeSection()))) {
                functions.add(i);
            }
        }
        return functions;
    }

    static Label[] labels(int count) {
        return IntStream.range(0, count).mapToObj(each -> new Label()).toArray(Label[]::new);
    }

    static MethodVisitor method(ClassVisitor out, String name, String type) {
        MethodVisitor method =
                out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, type, null, null);
        method.visitCode();
        return method;
    }

    static void end(MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    static void invoke(MethodVisitor out, String owner, String name, String type) {
        out.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, type, false);
    }
}
