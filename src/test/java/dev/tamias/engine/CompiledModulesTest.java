package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledModulesTest {

    private static CoreBinary module() throws IOException {
        return CoreBinary.of(
                Files.readAllBytes(
                        Path.of("src/test/resources/plugins/core-module/core-module.wasm")));
    }

    @Test
    void the_same_module_on_the_same_types_is_compiled_once() throws IOException {
        try (Engine engine = Engine.builder().build()) {
            CoreModule first = engine.compile(module(), TypeSpace.of(List.of(module())));
            CoreModule second = engine.compile(module(), TypeSpace.of(List.of(module())));

            assertThat(second).isSameAs(first);
        }
    }

    @Test
    void on_other_types_it_is_another_module() throws IOException {
        CoreBinary other =
                CoreBinary.of(
                        new ModuleBuilder()
                                .type(List.of(CoreValType.F64), List.of(CoreValType.F32))
                                .bytes());
        try (Engine engine = Engine.builder().build()) {
            CoreModule first = engine.compile(module(), TypeSpace.of(List.of(module())));
            CoreModule second = engine.compile(module(), TypeSpace.of(List.of(other, module())));

            assertThat(second).isNotSameAs(first);
        }
    }
}
