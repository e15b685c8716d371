package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;

/** An instance, the instance that it exports, and its end. */
final class InstanceExample {

    private InstanceExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build()) {
            Component math = Component.of(engine, Wasm.bytes("math"));
            Instance instance = new Linker(engine).instantiate(math);
            try (instance) {
                System.out.println(instance.names());
                Instance ops = instance.instance("demo:math/ops@1.0.0").orElseThrow();
                System.out.println(ops.names());
                System.out.println(ops.func("add").orElseThrow().call(Val.u32(2), Val.u32(3)));
            }
            try {
                instance.func("demo:math/ops@1.0.2", "add")
                        .orElseThrow()
                        .call(Val.u32(1), Val.u32(1));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
