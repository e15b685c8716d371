package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.LinkException;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;

/** A core module that a component imports. */
final class CoreModuleExample {

    private CoreModuleExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build()) {
            Component codec = Component.of(engine, Wasm.bytes("codec"));
            Linker linker = new Linker(engine);
            linker.root().module("codec", Wasm.bytes("gray-code"));
            try (Instance instance = linker.instantiate(codec)) {
                System.out.println(instance.func("encode").orElseThrow().call(Val.u32(5)));
            }
            byte[] nothing = {0, 'a', 's', 'm', 1, 0, 0, 0};
            linker.root().module("codec", nothing);
            try {
                linker.instantiate(codec);
            } catch (LinkException e) {
                e.mismatches().forEach(System.out::println);
            }
        }
    }
}
