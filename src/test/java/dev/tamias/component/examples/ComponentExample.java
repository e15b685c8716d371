package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.ComponentException;
import java.io.IOException;

/** What a component says of itself, and what is none. */
final class ComponentExample {

    private ComponentExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build()) {
            Component pricing = Component.of(engine, Wasm.bytes("pricing"));
            pricing.imports()
                    .forEach((name, type) -> System.out.println(name + ": " + type.title()));
            pricing.exports()
                    .forEach((name, type) -> System.out.println(name + ": " + type.title()));
            try {
                Component.of(engine, new byte[] {0, 'a', 's', 'm'});
            } catch (ComponentException e) {
                System.out.println(e.trouble());
            }
        }
    }
}
