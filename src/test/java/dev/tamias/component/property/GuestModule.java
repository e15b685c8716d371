package dev.tamias.component.property;

import static dev.tamias.engine.binary.CoreValType.I32;

import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.ModuleBuilder;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The core module of a test guest: for each function one that hands its parameters back, by itself or
 * by asking the import of the same name, and one that gives the result which the heap holds.
 *
 * <p>A guest that asks others has a third one, which sends the parameters that the heap holds.
 */
final class GuestModule {

    private static final int REALLOC = 0;
    private static final int DROP = 1;
    private static final int HEAP_IMPORTS = 2;

    private final List<EchoFunc> funcs;
    private final boolean asking;
    private final ModuleBuilder module = new ModuleBuilder();
    private final Map<List<List<CoreValType>>, Integer> types = new LinkedHashMap<>();
    private int functions = HEAP_IMPORTS;

    /** @param asking whether the functions hand on to imports, two for each */
    private GuestModule(List<EchoFunc> funcs, boolean asking) {
        this.funcs = funcs;
        this.asking = asking;
    }

    static byte[] echoing(List<EchoFunc> funcs) {
        return new GuestModule(funcs, false).bytes();
    }

    static byte[] asking(List<EchoFunc> funcs) {
        return new GuestModule(funcs, true).bytes();
    }

    private byte[] bytes() {
        module.importMemory("heap", "memory", 1);
        module.importFunc("heap", "realloc", type(List.of(I32, I32, I32, I32), List.of(I32)));
        module.importFunc("host", "drop", type(List.of(I32), List.of()));
        if (asking) {
            for (EchoFunc each : funcs) {
                importFunc(each.echo(), each.coreParams(), each);
                importFunc(each.give(), List.of(), each);
            }
        }
        for (int i = 0; i < funcs.size(); i++) {
            EchoFunc each = funcs.get(i);
            int import1 = HEAP_IMPORTS + 2 * i;
            define(
                    each.echo(),
                    each.coreParams(),
                    each,
                    asking ? forward(each, import1) : echo(each));
            define(each.give(), List.of(), each, asking ? ask(each, import1 + 1) : give(each));
            if (asking) {
                define(each.send(), List.of(), each, send(each, import1));
            }
        }
        return module.bytes();
    }

    private int type(List<CoreValType> params, List<CoreValType> results) {
        List<List<CoreValType>> key = List.of(params, results);
        if (!types.containsKey(key)) {
            module.type(params, results);
            types.put(key, types.size());
        }
        return types.get(key);
    }

    /** An import in the type that lowering gives it: a large result goes where the caller says. */
    private void importFunc(String name, List<CoreValType> params, EchoFunc func) {
        List<CoreValType> all = new ArrayList<>(params);
        if (func.spillsResult()) {
            all.add(I32);
        }
        module.importFunc(
                "host", name, type(all, func.spillsResult() ? List.of() : func.coreResults()));
        functions++;
    }

    private void define(String name, List<CoreValType> params, EchoFunc func, byte[] code) {
        module.func(type(params, func.coreResults()), 1, code);
        module.export(name, ModuleBuilder.FUNC, functions++);
    }

    private static byte[] echo(EchoFunc func) {
        CoreCode code = new CoreCode();
        saveParams(code, func);
        dropLent(code, func);
        int base = func.coreParams().size();
        if (func.spillsResult() && !func.spillsParams()) {
            allocateResult(code, func);
            code.localSet(base);
            storeAll(code, func, base);
            code.localGet(base);
        } else if (!func.echoed().isEmpty()) {
            code.localGet(0);
        }
        return saveResult(code, func, base);
    }

    private static byte[] give(EchoFunc func) {
        CoreCode code = new CoreCode();
        for (CoreValType result : func.coreResults()) {
            code.i32Const(slot(HeapModule.RESULT_SLOT)).load(result, 0);
        }
        return code.bytes();
    }

    /** Hands the parameters on to the import. */
    private static byte[] forward(EchoFunc func, int imported) {
        CoreCode code = new CoreCode();
        saveParams(code, func);
        for (int i = 0; i < func.coreParams().size(); i++) {
            code.localGet(i);
        }
        callImport(code, func, imported, func.coreParams().size());
        dropLent(code, func);
        return returnResult(code, func, func.coreParams().size());
    }

    private static byte[] ask(EchoFunc func, int imported) {
        CoreCode code = new CoreCode();
        callImport(code, func, imported, 0);
        return returnResult(code, func, 0);
    }

    private static byte[] send(EchoFunc func, int imported) {
        CoreCode code = new CoreCode();
        for (int i = 0; i < func.coreParams().size(); i++) {
            code.i32Const(slot(i)).load(func.coreParams().get(i), 0);
        }
        callImport(code, func, imported, 0);
        return returnResult(code, func, 0);
    }

    /** Keeps the address of a large result in local {@code base}. */
    private static void callImport(CoreCode code, EchoFunc func, int imported, int base) {
        if (func.spillsResult()) {
            allocateResult(code, func);
            code.localTee(base);
        }
        code.call(imported);
    }

    private static byte[] returnResult(CoreCode code, EchoFunc func, int base) {
        if (func.spillsResult()) {
            code.localGet(base);
        }
        return saveResult(code, func, base);
    }

    private static void allocateResult(CoreCode code, EchoFunc func) {
        ValType result = new TupleType(func.echoed());
        code.i32Const(0).i32Const(0).i32Const(Layout.alignment(result));
        code.i32Const(Layout.size(result)).call(REALLOC);
    }

    private static int slot(int index) {
        return HeapModule.SLOTS + HeapModule.SLOT_BYTES * index;
    }

    private static void saveParams(CoreCode code, EchoFunc func) {
        for (int i = 0; i < func.coreParams().size(); i++) {
            code.i32Const(slot(i)).localGet(i).store(func.coreParams().get(i), 0);
        }
    }

    /** Saves an address that is on the stack; any other result is what was given, and saved as that. */
    private static byte[] saveResult(CoreCode code, EchoFunc func, int base) {
        if (func.spillsResult()) {
            code.localSet(base).i32Const(slot(HeapModule.RESULT_SLOT)).localGet(base).store(I32, 0);
            code.localGet(base);
        } else if (!func.echoed().isEmpty() && !func.spillsParams()) {
            CoreValType type = func.coreResults().get(0);
            code.i32Const(slot(HeapModule.RESULT_SLOT));
            code.i32Const(slot(0)).load(type, 0).store(type, 0);
        }
        return code.bytes();
    }

    private static void dropLent(CoreCode code, EchoFunc func) {
        int first = func.coreParams().size() - func.lent().size();
        for (int i = 0; i < func.lent().size(); i++) {
            if (func.spillsParams()) {
                code.localGet(0).load(I32, func.lentOffset(i));
            } else {
                code.localGet(first + i);
            }
            code.call(DROP);
        }
    }

    private static void storeAll(CoreCode code, EchoFunc func, int base) {
        new FlatStore(code, func.coreParams(), base).store(new TupleType(func.echoed()), 0, 0);
    }

    /** Stores flat parameters as a value in memory. */
    private record FlatStore(CoreCode code, List<CoreValType> have, int base) {

        /** @param local the first of the value's core values */
        void store(ValType type, int offset, int local) {
            List<ValType> fields = Layout.fields(type);
            if (fields != null) {
                int at = offset;
                int next = local;
                for (ValType field : fields) {
                    at = Layout.alignTo(at, Layout.alignment(field));
                    store(field, at, next);
                    at += Layout.size(field);
                    next += Layout.flat(field).size();
                }
                return;
            }
            List<@Nullable ValType> cases = Layout.cases(type);
            if (cases != null) {
                storeCases(cases, offset, local);
            } else if (Layout.isPointer(type)) {
                take(I32, local).store(I32, offset);
                take(I32, local + 1).store(I32, offset + 4);
            } else {
                storeScalar(type, offset, local);
            }
        }

        private void storeCases(List<@Nullable ValType> cases, int offset, int local) {
            take(I32, local).storeLow(Layout.discriminantSize(cases), offset);
            for (int i = 0; i < cases.size(); i++) {
                ValType payload = cases.get(i);
                if (payload != null) {
                    code.localGet(local).narrow(have.get(local), I32).i32Const(i).i32Eq().ifThen();
                    store(payload, offset + Layout.payloadOffset(cases), local + 1);
                    code.end();
                }
            }
        }

        private void storeScalar(ValType type, int offset, int local) {
            CoreValType core = Layout.flat(type).get(0);
            boolean low = core == I32 && (type instanceof PrimType || type instanceof FlagsType);
            if (low) {
                take(I32, local).storeLow(Layout.size(type), offset);
            } else {
                take(core, local).store(core, offset);
            }
        }

        private CoreCode take(CoreValType want, int local) {
            return code.localGet(base).localGet(local).narrow(have.get(local), want);
        }
    }
}
