package dev.tamias.engine;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.tamias.engine.binary.CodeSection;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compiles the functions of a module to Java classes. */
final class CodeCompiler {

    /**
     * From this many bytes on, a function may become too large for a Java method, which holds 65,535: the
     * code grows to between 1.3 and 2.2 times its size (measured on interpreters in C and C++).
     */
    private static final int MAY_BE_TOO_LARGE = 28 << 10;

    /** Classes are verified as a whole when one of their functions is called first. */
    private static final int FUNCTIONS_PER_CLASS = 512;

    private CodeCompiler() {}

    /**
     * Compiles a valid module.
     *
     * @param code the module's code section
     * @throws ChicoryException where the module is not valid
     */
    static CompiledCode compile(byte[] module, CodeSection code) {
        Set<Integer> tooLarge = tooLarge(code);
        WasmModule parsed = parse(module);
        CompilerResult result;
        try {
            result = compile(parsed, tooLarge);
        } catch (ChicoryException e) {
            // A function that is too large after all; now Chicory finds out by trying.
            result = compile(parsed, Set.of());
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        result.collector()
                .classBytes()
                .forEach(
                        (name, file) ->
                                files.put(
                                        name.replace('/', '.'),
                                        runsOften(name) ? Peephole.improve(file) : file));
        Map<String, CompiledCode.Compressed> classes = new LinkedHashMap<>();
        CallDispatch.split(files, parsed, FUNCTIONS_PER_CLASS)
                .forEach((name, file) -> classes.put(name, CompiledCode.Compressed.of(file)));
        // The rest is in the classes; a decoded body takes twenty times its bytes.
        return new CompiledCode(
                result.collector().mainClassName(),
                classes,
                code.withBodiesOf(result.interpretedFunctions()::contains),
                null);
    }

    /** Whether a class has functions or what calls them through a table. */
    private static boolean runsOften(String name) {
        return name.contains("FuncGroup_")
                || name.contains("CallIndirectBridge_")
                || name.replace('/', '.').equals(Compiler.DEFAULT_CLASS_NAME);
    }

    /** A module that was validated before it was rewritten. */
    static WasmModule parse(byte[] module) {
        return Parser.builder()
                .withValidation(false)
                .build()
                .parse(() -> new ByteArrayInputStream(module));
    }

    private static CompilerResult compile(WasmModule module, Set<Integer> interpreted) {
        return Compiler.builder(module)
                .withClassCollectorFactory(ByteClassCollector::new)
                .withMaxFunctionsPerClass(FUNCTIONS_PER_CLASS)
                .withInterpretedFunctions(interpreted)
                .withInterpreterFallback(
                        interpreted.isEmpty()
                                ? InterpreterFallback.SILENT
                                : InterpreterFallback.FAIL)
                .build()
                .compile();
    }

    /**
     * The functions that are too large for a Java method. Chicory starts from the first function again
     * for each that it meets, which is cheap only in a module of nothing but large functions.
     */
    private static Set<Integer> tooLarge(CodeSection code) {
        int[] sizes = code.sizes();
        int first = code.firstFunction();
        int large = 0;
        for (int size : sizes) {
            large += size >= MAY_BE_TOO_LARGE ? 1 : 0;
        }
        if (large == 0) {
            return Set.of();
        }
        byte[] onlyLarge =
                code.withBodiesOf(function -> sizes[function - first] >= MAY_BE_TOO_LARGE);
        return compile(parse(onlyLarge), Set.of()).interpretedFunctions();
    }
}
