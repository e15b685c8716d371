package dev.tamias.engine;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.ClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import dev.tamias.engine.binary.CodeSection;
import dev.tamias.engine.binary.FunctionGroup;
import dev.tamias.engine.binary.FunctionSplitter;
import dev.tamias.engine.binary.SplitSizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Compiles the functions of a large module in groups of neighbours, each when one of its functions is
 * called first: of a large plugin, a parse calls few. Its {@link #frame} is all that an instance needs to
 * begin.
 */
final class LazyCompiler {

    /** A group ends where its functions come to so many bytes. */
    private static final int GROUP_BYTES = 24 << 10;

    /** A group with a function that is too large for a Java method is split into smaller pieces. */
    private static final SplitSizes SMALLER =
            new SplitSizes(1_000, 500, 500, List.of(200, 100, 40));

    private static final String MAIN = Compiler.DEFAULT_CLASS_NAME;
    private static final String GROUP = MAIN + "FuncGroup_";

    private final int imported;
    private final SplitSizes sizes;
    private CompiledCode.@Nullable Compressed packed;
    private @Nullable CodeSection code;

    /** The first function of each group, and the number of all functions. */
    private int @Nullable [] starts;

    private LazyCompiler(
            CompiledCode.@Nullable Compressed packed,
            @Nullable CodeSection code,
            int imported,
            SplitSizes sizes) {
        this.packed = packed;
        this.code = code;
        this.imported = imported;
        this.sizes = sizes;
    }

    /**
     * @param module rewritten, and {@link FunctionSplitter#prepared}
     * @param imported how many functions it imports
     */
    static LazyCompiler of(byte[] module, int imported, SplitSizes sizes) {
        return new LazyCompiler(null, CodeSection.of(module, imported), imported, sizes);
    }

    /** The same, of a module that is unpacked when some of it has to be compiled. */
    static LazyCompiler of(CompiledCode.Compressed module, int imported, SplitSizes sizes) {
        return new LazyCompiler(module, null, imported, sizes);
    }

    /** The module, to be kept. */
    synchronized CompiledCode.Compressed packed() {
        if (packed == null) {
            packed = CompiledCode.Compressed.of(code().module());
        }
        return packed;
    }

    private synchronized CodeSection code() {
        if (code == null) {
            code = CodeSection.of(Objects.requireNonNull(packed).file(), imported);
        }
        return code;
    }

    private synchronized int[] starts() {
        if (starts == null) {
            starts = starts(code());
        }
        return starts;
    }

    private static int[] starts(CodeSection code) {
        int[] bodies = code.sizes();
        List<Integer> starts = new ArrayList<>();
        int bytes = GROUP_BYTES;
        for (int i = 0; i < bodies.length; i++) {
            if (bytes >= GROUP_BYTES) {
                starts.add(code.firstFunction() + i);
                bytes = 0;
            }
            bytes += bodies[i];
        }
        starts.add(code.firstFunction() + bodies.length);
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    int imported() {
        return imported;
    }

    /** The module without its functions. */
    byte[] rest() {
        return code().withBodiesOf(function -> false);
    }

    /**
     * The code of a module, as far as it is needed to begin.
     *
     * @return null where a function has so many parameters that it cannot be called from another class:
     *     such a module has to be compiled at once
     */
    static @Nullable CompiledCode compile(byte[] module, int imported, SplitSizes sizes) {
        LazyCompiler compiler = of(FunctionSplitter.prepared(module), imported, sizes);
        Map<String, byte[]> files = compiler.frame();
        if (files == null) {
            return null;
        }
        Map<String, CompiledCode.Compressed> classes = new ConcurrentHashMap<>();
        files.forEach((name, file) -> classes.put(name, CompiledCode.Compressed.of(file)));
        return new CompiledCode(MAIN, classes, compiler.rest(), compiler);
    }

    /**
     * The classes but for those of the groups: the machine, calls by index and through tables, and
     * imported functions, which are the first group of their own.
     *
     * @return null where functions of some type cannot be called that way, and all has to be compiled at
     *     once
     */
    @Nullable Map<String, byte[]> frame() {
        int[] types = code().types();
        int[] each = Arrays.stream(types).distinct().toArray();
        WasmModule stubs = CodeCompiler.parse(code().withTypes(each));
        Map<String, byte[]> compiled = compile(stubs, Math.max(1, imported()));
        Map<String, byte[]> frame = new LinkedHashMap<>();
        compiled.forEach(
                (name, file) -> {
                    if (!name.startsWith(GROUP) || imported() > 0 && name.equals(GROUP + 0)) {
                        frame.put(name, file);
                    }
                });
        return CallDispatch.of(stubs, types, this::classOf).written(frame);
    }

    private static Map<String, byte[]> compile(WasmModule module, int functionsPerClass) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        compiler(module, functionsPerClass, ByteClassCollector::new)
                .compile()
                .collector()
                .classBytes()
                .forEach((name, file) -> classes.put(name.replace('/', '.'), file));
        return classes;
    }

    private static Compiler compiler(
            WasmModule module, int functionsPerClass, Supplier<ClassCollector> collector) {
        return Compiler.builder(module)
                .withClassCollectorFactory(collector)
                .withMaxFunctionsPerClass(functionsPerClass)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .build();
    }

    /** The class that has a function, its internal name. */
    private String classOf(int function) {
        return (GROUP + numberOf(function)).replace('.', '/');
    }

    private int numberOf(int function) {
        if (function < imported()) {
            return 0;
        }
        int found = Arrays.binarySearch(starts(), function);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Whether that is the name of a group's class. */
    static boolean isGroup(String name) {
        return name.startsWith(GROUP);
    }

    /**
     * The class of a group, compiled now.
     *
     * @param name as {@link #frame}'s classes call it
     * @throws ChicoryException where a function is too large for a Java method however it is split
     */
    byte[] group(String name) {
        int number = Integer.parseInt(name.substring(GROUP.length())) - 1;
        int from = starts()[number];
        int to = starts()[number + 1];
        try {
            return compile(new FunctionGroup(code(), from, to, sizes));
        } catch (ChicoryException e) {
            if (e.getCause() instanceof MethodTooLargeException) {
                return compile(new FunctionGroup(code(), from, to, SMALLER));
            }
            throw e;
        }
    }

    private byte[] compile(FunctionGroup group) {
        WasmModule parsed = CodeCompiler.parse(group.module());
        try {
            compiler(parsed, group.compiled(), FirstClass::new).compile();
        } catch (Compiled compiled) {
            return GroupClass.of(compiled.file, group, this::classOf);
        }
        throw new IllegalStateException("the compiler has made no class of functions");
    }

    /** Ends a compilation where it has made the class of the functions that are wanted. */
    private static final class FirstClass extends ByteClassCollector {
        @Override
        public void put(String name, byte[] file) {
            if (isGroup(name.replace('/', '.'))) {
                throw new Compiled(file);
            }
            super.put(name, file);
        }
    }

    @SuppressWarnings("serial")
    private static final class Compiled extends RuntimeException {
        private final byte[] file;

        Compiled(byte[] file) {
            super(null, null, false, false);
            this.file = file;
        }
    }
}
