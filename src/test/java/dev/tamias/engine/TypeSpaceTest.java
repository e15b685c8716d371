package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSpaceTest {

    private static final CoreValType I32 = CoreValType.I32;
    private static final CoreValType F64 = CoreValType.F64;

    /** Owns a table, and calls what another puts into it: {@code call(argument, index)}. */
    private static final CoreBinary CALLER =
            new ModuleBuilder()
                    .type(List.of(), List.of(I32))
                    .type(List.of(I32), List.of(I32))
                    .type(List.of(I32, I32), List.of(I32))
                    .table(2)
                    .func(2, 0, ModuleBuilder.code(0x20, 0, 0x20, 1, 0x11, 1, 0))
                    .export("table", ModuleBuilder.TABLE, 0)
                    .export("call", ModuleBuilder.FUNC, 0)
                    .build();

    /** Fills the table: 0 adds one, 1 has another type than is called. Its own types are in another order. */
    private static final CoreBinary FILLER =
            new ModuleBuilder()
                    .type(List.of(F64), List.of())
                    .type(List.of(F64, F64), List.of(F64))
                    .type(List.of(F64, I32), List.of(F64))
                    .type(List.of(I32), List.of(I32))
                    .importTable("caller", "table", 2)
                    .func(3, 0, ModuleBuilder.code(0x20, 0, 0x41, 1, 0x6a))
                    .func(0, 0, new byte[0])
                    .element(0, 0, 1)
                    .build();

    private static CoreFunc linked(boolean compiling) {
        try (Engine engine = Engine.builder().compiling(compiling).build()) {
            TypeSpace types = TypeSpace.of(List.of(CALLER, FILLER));
            Limits limits = Limits.defaults();
            CoreInstance caller =
                    engine.compile(CALLER, types)
                            .instantiate(
                                    (module, name) -> {
                                        throw new AssertionError();
                                    },
                                    limits);
            engine.compile(FILLER, types)
                    .instantiate((module, name) -> caller.exports().get(name), limits);
            return (CoreFunc) caller.exports().get("call");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void calls_through_a_table_filled_by_a_module_with_other_types(boolean compiling) {
        assertThat(linked(compiling).call(41, 0)).containsExactly(42);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void traps_where_the_element_has_another_type(boolean compiling) {
        CoreFunc call = linked(compiling);
        assertThatThrownBy(() -> call.call(41, 1))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("type");
    }

    @Test
    void lists_each_type_once() {
        assertThat(TypeSpace.of(List.of(CALLER, FILLER)).size()).isEqualTo(6);
    }

    @Test
    void refuses_a_module_it_was_made_without() {
        TypeSpace types = TypeSpace.of(List.of(CALLER));
        assertThatThrownBy(() -> types.rewrite(FILLER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
