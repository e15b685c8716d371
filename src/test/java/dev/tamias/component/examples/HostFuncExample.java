package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.LinkException;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.PrimType;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.util.List;

/** Functions of the host: in one line, and with a type that is checked before anything runs. */
final class HostFuncExample {

    private HostFuncExample() {}

    private static long u32(Val value) {
        return ((Val.U32) value).value();
    }

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build()) {
            Component pricing = Component.of(engine, Wasm.bytes("pricing"));
            Linker linker = new Linker(engine);
            linker.root().func("tax", in -> Val.u32(u32(in.get(0)) / 5));
            linker.instance("demo:math/ops@1.0.0")
                    .func("mul", in -> Val.u32(u32(in.get(0)) * u32(in.get(1))));
            try (Instance instance = linker.instantiate(pricing)) {
                System.out.println(
                        instance.func("price").orElseThrow().call(Val.u32(250), Val.u32(4)));
            }

            FuncType inEuros =
                    new FuncType(List.of(new FuncType.Param("euros", PrimType.F64)), PrimType.U32);
            linker.root().func("tax", inEuros, in -> Val.u32(0));
            try {
                linker.instantiate(pricing);
            } catch (LinkException e) {
                e.mismatches().forEach(System.out::println);
            }
        }
    }
}
