package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreFuncTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_function_without_results_returns_an_empty_array(boolean compiling) {
        CoreBinary binary =
                new ModuleBuilder()
                        .type(List.of(), List.of())
                        .func(0, 0, ModuleBuilder.code(0x01))
                        .export("nothing", ModuleBuilder.FUNC, 0)
                        .build();
        try (Engine engine = Engine.builder().compiling(compiling).build()) {
            CoreInstance instance =
                    engine.compile(binary, TypeSpace.of(List.of(binary)))
                            .instantiate(
                                    (module, name) -> {
                                        throw new AssertionError();
                                    },
                                    Limits.defaults());
            CoreFunc nothing = (CoreFunc) instance.exports().get("nothing");
            assertThat(nothing.call()).isEmpty();
        }
    }
}
