package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;

/** A function called, and called wrongly. */
final class FuncExample {

    private FuncExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build();
                Instance greeter =
                        new Linker(engine)
                                .instantiate(Component.of(engine, Wasm.bytes("greeter")))) {
            Func greet = greeter.func("greet").orElseThrow();
            System.out.println(greet);
            Val.Str greeting = (Val.Str) greet.call(Val.string("Ada"));
            System.out.println(greeting.value());
            try {
                greet.call(Val.u32(7));
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
