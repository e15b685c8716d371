package dev.tamias.engine;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.DataCountSection;
import com.dylibso.chicory.wasm.types.DataSection;
import com.dylibso.chicory.wasm.types.ElementSection;
import com.dylibso.chicory.wasm.types.ExportSection;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionSection;
import com.dylibso.chicory.wasm.types.GlobalSection;
import com.dylibso.chicory.wasm.types.ImportSection;
import com.dylibso.chicory.wasm.types.MemorySection;
import com.dylibso.chicory.wasm.types.Section;
import com.dylibso.chicory.wasm.types.StartSection;
import com.dylibso.chicory.wasm.types.TableSection;
import com.dylibso.chicory.wasm.types.TypeSection;
import dev.tamias.engine.binary.CodeSection;
import java.io.ByteArrayInputStream;
import java.util.BitSet;

/**
 * Reads what is left of a module whose functions are Java classes. Before it is warm, Chicory's parser
 * takes a tenth of a millisecond for each function, even for {@code unreachable} alone; here all those
 * share one body, which nobody runs.
 */
final class RestOfModule {

    private RestOfModule() {}

    /**
     * The module, as Chicory has it.
     *
     * @param module valid before it was rewritten; {@code unreachable} where a class has the body
     */
    static WasmModule parse(byte[] module) {
        CodeSection code = CodeSection.of(module);
        int[] types = code.types();
        BitSet whole = code.withBodies();
        BitSet read = (BitSet) whole.clone();
        int stub = whole.nextClearBit(0);
        read.set(stub, stub < types.length);
        WasmModule bodies = CodeCompiler.parse(code.only(read));
        FunctionSection.Builder functions = FunctionSection.builder();
        var all = com.dylibso.chicory.wasm.types.CodeSection.builder();
        FunctionBody shared = null;
        int next = 0;
        for (int i = 0; i < types.length; i++) {
            FunctionBody body = shared;
            if (whole.get(i) || body == null) {
                body = bodies.codeSection().getFunctionBody(next++);
                shared = whole.get(i) ? shared : body;
            }
            functions.addFunctionType(types[i]);
            all.addFunctionBody(body);
        }
        WasmModule.Builder rest = WasmModule.builder().withValidation(false);
        Parser.builder()
                .withValidation(false)
                .build()
                .parse(
                        new ByteArrayInputStream(code.withoutFunctions()),
                        section -> add(rest, section));
        return rest.setFunctionSection(functions.build())
                .setCodeSection(all.setRequiresDataCount(false).build())
                .build();
    }

    private static void add(WasmModule.Builder module, Section section) {
        if (section instanceof TypeSection types) {
            module.setTypeSection(types);
        } else if (section instanceof ImportSection imports) {
            module.setImportSection(imports);
        } else if (section instanceof TableSection tables) {
            module.setTableSection(tables);
        } else if (section instanceof MemorySection memories) {
            module.setMemorySection(memories);
        } else if (section instanceof GlobalSection globals) {
            module.setGlobalSection(globals);
        } else if (section instanceof ExportSection exports) {
            module.setExportSection(exports);
        } else if (section instanceof StartSection start) {
            module.setStartSection(start);
        } else if (section instanceof ElementSection elements) {
            module.setElementSection(elements);
        } else if (section instanceof DataCountSection count) {
            module.setDataCountSection(count);
        } else if (section instanceof DataSection data) {
            module.setDataSection(data);
        }
    }
}
