package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.engine.binary.UnsupportedFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Valid modules that do not run here; what does run is in the linking script {@code features}. */
class CoreFeaturesTest {

    private static final Path MODULES = Path.of("src/test/resources/core-features");

    @ParameterizedTest
    @CsvSource({
        "simd, SIMD",
        "simd-local, SIMD",
        "simd-global, SIMD",
        "simd-type-only, SIMD",
        "relaxed-simd, SIMD",
        "memory64, 64-bit memories",
        "table64, 64-bit tables",
        "function-cast, casts of function references",
        "tail-call-in-try, tail calls within try_table",
        "imported-object, garbage-collected objects of another core module",
        "imported-object-table, garbage-collected objects of another core module",
        "imported-object-global, garbage-collected objects of another core module",
    })
    void what_does_not_run_is_refused_by_its_name(String name, String feature) throws IOException {
        CoreBinary module = CoreBinary.of(Files.readAllBytes(MODULES.resolve(name + ".wasm")));
        for (boolean compiling : new boolean[] {true, false}) {
            try (Engine engine = Engine.builder().compiling(compiling).build()) {
                assertThatThrownBy(() -> engine.compile(module, TypeSpace.of(List.of(module))))
                        .isInstanceOf(UnsupportedFeature.class)
                        .hasMessageContaining("a core module uses " + feature + ", which");
            }
        }
    }
}
