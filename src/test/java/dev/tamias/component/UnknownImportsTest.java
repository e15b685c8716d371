package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that import more than there is, and run until they call it. */
class UnknownImportsTest {

    private final Engine engine = Engine.builder().compiling(false).build();
    private Component component;
    private Linker linker;

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/components/unknown-imports.wasm")) {
            component = Component.of(engine, in.readAllBytes());
        }
        linker = new Linker(engine);
        // An older version than the component asks for, without all of its functions.
        linker.instance("near:by/sums@0.2.6").func("one", arguments -> new Val.U32(1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Instance instance() {
        return linker.defineUnknownImportsAsTraps(component).instantiate(component);
    }

    private static Val call(Instance instance, String name) {
        return instance.func(name).orElseThrow().call();
    }

    @Test
    void a_component_runs_without_what_it_does_not_call() {
        Instance instance = instance();

        assertThat(call(instance, "call-one")).isEqualTo(new Val.U32(1));
        assertThat(instance.isPoisoned()).isFalse();
        assertThat(linker.missing(component)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "call-two, near:by/sums@0.2.9#two",
        "call-make, far:off/things@0.2.9#[constructor]thing",
        "call-alone, alone"
    })
    void a_call_of_an_unknown_function_traps_with_its_name(String function, String called) {
        Instance instance = instance();

        assertThatThrownBy(() -> call(instance, function))
                .isInstanceOf(Trap.class)
                .hasMessageContaining(
                        "the guest called \"" + called + "\", which the host does not offer");
        assertThat(instance.isPoisoned()).isTrue();
    }

    @Test
    void the_imports_that_are_not_chosen_stay_missing() {
        linker.defineUnknownImportsAsTraps(component, name -> name.startsWith("far:off/"));

        assertThat(linker.missing(component))
                .containsExactly("\"near:by/sums@0.2.9#two\" (function)", "\"alone\" (function)");
        assertThatThrownBy(() -> linker.instantiate(component)).isInstanceOf(LinkException.class);
    }

    @Test
    void a_resource_type_of_an_import_that_is_not_chosen_is_not_made_up_elsewhere() {
        linker.defineUnknownImportsAsTraps(component, name -> name.startsWith("far:off/shelf"));

        assertThat(linker.missing(component))
                .contains("\"far:off/things@0.2.9#thing\" (resource)")
                .doesNotContain("\"far:off/shelf@0.2.9#put\" (function)");
        assertThat(linker.instance("far:off/shelf@0.2.9").offer("thing")).isNull();
    }

    @Test
    void what_is_offered_later_takes_the_place_of_a_trap() {
        linker.defineUnknownImportsAsTraps(component);
        linker.instance("near:by/sums@0.2.6").func("two", arguments -> new Val.U32(2));

        assertThat(call(linker.instantiate(component), "call-two")).isEqualTo(new Val.U32(2));
    }

    @Test
    void a_core_module_cannot_be_made_up() {
        // (component (import "m" (core module (export "f" (func)))))
        byte[] bytes =
                HexFormat.of()
                        .parseHex(
                                "0061736d0d000100030c015002016000000301660000"
                                        + "0a070100016d001100");
        Component asking = Component.of(engine, bytes);

        assertThat(linker.defineUnknownImportsAsTraps(asking).missing(asking))
                .containsExactly("\"m\" (core module)");
    }
}
