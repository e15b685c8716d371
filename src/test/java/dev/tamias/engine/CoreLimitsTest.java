package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreLimitsTest {

    private static final CoreValType I32 = CoreValType.I32;
    private static final Limits TWO_PAGES = Limits.defaults().withMemoryBytes(2 << 16);

    private final Engine compiling = Engine.builder().build();
    private final Engine interpreting = Engine.builder().compiling(false).build();

    @AfterEach
    void close() {
        compiling.close();
        interpreting.close();
    }

    private CoreInstance instance(boolean compiled, CoreBinary binary, Limits limits) {
        return (compiled ? compiling : interpreting)
                .compile(binary, TypeSpace.of(List.of(binary)))
                .instantiate(
                        (module, name) -> {
                            throw new AssertionError();
                        },
                        limits);
    }

    private static CoreBinary growing(int pages) {
        return new ModuleBuilder()
                .type(List.of(I32), List.of(I32))
                .func(0, 0, ModuleBuilder.code(0x20, 0, 0x40, 0))
                .memory(pages)
                .export("grow", ModuleBuilder.FUNC, 0)
                .export("memory", ModuleBuilder.MEMORY, 0)
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memory_grows_up_to_the_limit_and_then_refuses(boolean compiled) {
        CoreInstance instance = instance(compiled, growing(1), TWO_PAGES);
        CoreFunc grow = (CoreFunc) instance.exports().get("grow");
        assertThat((int) grow.call(1)[0]).isEqualTo(1);
        assertThat((int) grow.call(1)[0]).isEqualTo(-1);
        assertThat(((CoreMemory) instance.exports().get("memory")).size()).isEqualTo(2 << 16);
    }

    @Test
    void refuses_a_module_whose_memory_starts_above_the_limit() {
        CoreBinary binary = growing(3);
        assertThatThrownBy(() -> instance(true, binary, TWO_PAGES))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("196608");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_table_grows_up_to_the_limit_and_then_refuses(boolean compiled) {
        CoreBinary binary =
                new ModuleBuilder()
                        .type(List.of(I32), List.of(I32))
                        .func(0, 0, ModuleBuilder.code(0xd0, 0x70, 0x20, 0, 0xfc, 0x0f, 0))
                        .table(1)
                        .export("grow", ModuleBuilder.FUNC, 0)
                        .build();
        CoreFunc grow =
                (CoreFunc) instance(compiled, binary, Limits.defaults()).exports().get("grow");

        assertThat((int) grow.call(999_999)[0]).isEqualTo(1);
        assertThat((int) grow.call(1)[0]).isEqualTo(-1);
    }

    @Test
    void refuses_a_module_whose_table_starts_above_the_limit() {
        CoreBinary binary = new ModuleBuilder().table(1_000_001).build();
        assertThatThrownBy(() -> instance(true, binary, Limits.defaults()))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("1000001");
    }
}
