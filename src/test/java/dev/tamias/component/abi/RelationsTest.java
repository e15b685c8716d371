package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call whom. */
class RelationsTest {

    private final Engine engine = Engine.builder().build();
    private Instance instance;

    @BeforeEach
    void instantiate() throws IOException {
        try (InputStream in =
                RelationsTest.class.getResourceAsStream("/components/abi/relations.wasm")) {
            Component component = Component.of(engine, in.readAllBytes());
            instance = new Linker(engine).instantiate(component);
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Val call(String name) {
        return instance.func(name, "g").orElseThrow().call();
    }

    @ParameterizedTest
    @ValueSource(strings = {"across", "drop"})
    void siblings_may_call_each_other_and_destructors_run_where_they_are_called(String name) {
        assertThat(call(name)).isEqualTo(Val.u32(42));
        assertThat(call(name)).isEqualTo(Val.u32(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "up", "self"})
    void traps_where_a_component_calls_one_that_it_is_within_or_around(String name) {
        assertThatThrownBy(() -> call(name))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot enter component instance");
        assertThatThrownBy(() -> call("across")).hasMessageContaining("after a trap");
    }
}
