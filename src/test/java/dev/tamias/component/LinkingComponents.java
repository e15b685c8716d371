package dev.tamias.component;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The small components of {@code components/linking}, with an engine that interprets them. */
final class LinkingComponents {

    static final Engine ENGINE = Engine.builder().compiling(false).build();

    private LinkingComponents() {}

    static byte[] bytes(String name) {
        String path = "/components/linking/" + name + ".wasm";
        try (InputStream in = LinkingComponents.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Component component(String name) {
        return Component.of(ENGINE, bytes(name));
    }

    static Linker linker() {
        return new Linker(ENGINE);
    }

    static Instance instantiate(String name) {
        return linker().instantiate(component(name));
    }

    static Val call(Instance instance, String name, Val... arguments) {
        return instance.func(name).orElseThrow().call(arguments);
    }
}
