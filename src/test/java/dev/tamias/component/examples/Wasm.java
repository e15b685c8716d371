package dev.tamias.component.examples;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of the examples' components, whose texts lie beside them. */
final class Wasm {

    private Wasm() {}

    static byte[] bytes(String name) throws IOException {
        String path = "/components/examples/" + name + ".wasm";
        try (InputStream in = Wasm.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
