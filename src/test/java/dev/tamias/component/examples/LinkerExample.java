package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.InstancePre;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;

/** One component linked to another's instance, found by a compatible version. */
final class LinkerExample {

    private LinkerExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build();
                Instance math =
                        new Linker(engine).instantiate(Component.of(engine, Wasm.bytes("math")))) {
            Component pricing = Component.of(engine, Wasm.bytes("pricing"));
            Linker linker = new Linker(engine);
            System.out.println(linker.missing(pricing));

            linker.root()
                    .instance(
                            "demo:math/ops@1.0.2",
                            math.instance("demo:math/ops@1.0.2").orElseThrow())
                    .func("tax", in -> Val.u32(19));
            System.out.println(linker.missing(pricing));

            // Found and checked once, for as many instances as are needed.
            InstancePre ready = linker.instantiatePre(pricing);
            for (int cents : new int[] {100, 200}) {
                try (Instance instance = ready.instantiate()) {
                    System.out.println(
                            instance.func("price").orElseThrow().call(Val.u32(cents), Val.u32(2)));
                }
            }
        }
    }
}
