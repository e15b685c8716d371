package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.model.ComponentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that were found valid before: their function bodies are not looked at without need. */
class KnownComponentTest {

    @TempDir private Path directory;

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/components", name + ".wasm"));
    }

    @Test
    void a_body_that_is_not_valid_is_refused_before_it_is_compiled_or_interpreted()
            throws IOException {
        byte[] bad = bytes("bad-body");
        for (boolean compiling : new boolean[] {true, false}) {
            try (Engine engine =
                    Engine.builder().compiling(compiling).cacheDirectory(directory).build()) {
                assertThatThrownBy(() -> Component.of(engine, bad))
                        .isInstanceOf(ComponentException.class);
                Component known = Component.ofKnown(engine, bad);
                for (int again = 0; again < 2; again++) {
                    assertThatThrownBy(known::compile)
                            .isInstanceOf(ComponentException.class)
                            .hasMessageContaining("i32");
                }
            }
        }
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatever_else_is_wrong_is_found_at_once() throws IOException {
        byte[] cut = bytes("bad-body");
        cut[12] ^= 0x40;
        try (Engine engine = Engine.builder().build()) {
            assertThatThrownBy(() -> Component.ofKnown(engine, cut))
                    .isInstanceOf(ComponentException.class);
        }
    }
}
