package dev.tamias.cli.wast;

import dev.tamias.engine.CoreExtern;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Unlinkable;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.model.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The core module {@code spectest} that scripts import from: globals, a table, a memory, and functions
 * that would print and say nothing here.
 */
final class CoreSpectest {

    static final String NAME = "spectest";

    private static final Map<String, List<CoreValType>> PRINTERS =
            Map.of(
                    "print", List.of(),
                    "print_i32", List.of(CoreValType.I32),
                    "print_i64", List.of(CoreValType.I64),
                    "print_f32", List.of(CoreValType.F32),
                    "print_f64", List.of(CoreValType.F64),
                    "print_i32_f32", List.of(CoreValType.I32, CoreValType.F32),
                    "print_f64_f64", List.of(CoreValType.F64, CoreValType.F64));

    private CoreSpectest() {}

    /** The part of it that is a module. */
    static CoreBinary binary() {
        return HostModule.of("spectest.wasm");
    }

    /** A new instance, with the functions that the module lacks. */
    static ScriptInstance instantiate(CoreModule module, Limits limits) {
        Map<String, CoreExtern> exports =
                new LinkedHashMap<>(
                        module.instantiate(
                                        (from, name) -> {
                                            throw new Unlinkable("it imports nothing", null);
                                        },
                                        limits)
                                .exports());
        PRINTERS.forEach(
                (name, params) ->
                        exports.put(
                                name,
                                CoreFunc.host(
                                        new CoreType.Func(params, List.of()),
                                        arguments -> new long[0])));
        return new ScriptInstance.OfCore(exports);
    }
}
