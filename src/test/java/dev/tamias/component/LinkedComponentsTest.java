package dev.tamias.component;

import static dev.tamias.component.LinkingComponents.ENGINE;
import static dev.tamias.component.LinkingComponents.bytes;
import static dev.tamias.component.LinkingComponents.call;
import static dev.tamias.component.LinkingComponents.component;
import static dev.tamias.component.LinkingComponents.instantiate;
import static dev.tamias.component.LinkingComponents.linker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import org.junit.jupiter.api.Test;

/** Components and core modules as imports and exports. */
class LinkedComponentsTest {

    private static Linker counting() {
        Linker linker = linker();
        linker.root()
                .component("counter", component("counter"))
                .func("start-at", arguments -> Val.u32(10))
                .func("unused", arguments -> null);
        return linker;
    }

    @Test
    void a_component_is_offered_and_instantiated_twice() {
        Instance counters = counting().instantiate(component("counters"));
        assertThat(call(counters, "a")).isEqualTo(Val.u32(11));
        assertThat(call(counters, "a")).isEqualTo(Val.u32(12));
        assertThat(call(counters, "b")).isEqualTo(Val.u32(11));
    }

    @Test
    void a_component_that_imports_more_does_not_fit() {
        Linker linker = counting();
        linker.root().component("counter", component("greedy"));
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("counters")))
                .withMessageContaining(
                        "import \"counter\" does not fit: its import \"more\": is not expected");
    }

    @Test
    void a_component_that_exports_another_type_does_not_fit() {
        Linker linker = counting();
        linker.root().component("counter", component("signed-counter"));
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("counters")))
                .withMessageContaining(
                        "its export \"next\": func() -> s32 is given for func() -> u32");
    }

    @Test
    void a_component_import_is_named_where_it_is_missing() {
        Linker linker = linker();
        assertThat(linker.missing(component("counters")))
                .containsExactlyInAnyOrder(
                        "\"counter\" (component)",
                        "\"start-at\" (function)",
                        "\"unused\" (function)");
        linker.root().module("counter", bytes("plug"));
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("counters")))
                .withMessageContaining("a core module is given for a component");
    }

    private static Linker makers(ResourceType thing, String maker) {
        Linker linker = linker();
        linker.root()
                .resource("thing", thing)
                .func("make", arguments -> Val.handle(Resource.own(thing, 7)))
                .component("maker", component(maker));
        return linker;
    }

    @Test
    void each_instance_of_an_offered_component_has_its_own_resource_types() {
        ResourceType thing = ResourceType.host("thing", rep -> {});
        Instance makers = makers(thing, "thing-maker").instantiate(component("thing-makers"));
        Instance a = makers.instance("a").orElseThrow();
        Instance b = makers.instance("b").orElseThrow();
        assertThat(a.resource("own").orElseThrow()).isNotSameAs(b.resource("own").orElseThrow());
        Val own = call(a, "new-own", Val.u32(3));
        assertThatIllegalArgumentException().isThrownBy(() -> call(b, "value", own));
        assertThat(call(a, "value", own)).isEqualTo(Val.u32(3));
        Val passed = call(b, "pass");
        assertThat(((Val.Handle) passed).resource().type()).isSameAs(thing);
        assertThat(((Val.Handle) passed).resource().rep()).isEqualTo(7);
    }

    @Test
    void a_component_with_other_resource_types_in_its_functions_does_not_fit() {
        Linker linker = makers(ResourceType.host("thing", rep -> {}), "thing-maker");
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("swapped-makers")))
                .withMessageContaining("its export \"pass\"");
    }

    /** Interpreted and compiled: the tables of the two modules mean the same types. */
    @Test
    void an_offered_core_module_calls_through_a_table_of_the_component() {
        for (boolean compiling : new boolean[] {false, true}) {
            try (Engine engine = Engine.builder().compiling(compiling).build()) {
                Linker linker = new Linker(engine);
                linker.root().module("plug", bytes("plug"));
                Instance socket = linker.instantiate(Component.of(engine, bytes("socket")));
                assertThat(call(socket, "call", Val.u32(0), Val.s32(21))).isEqualTo(Val.s32(42));
                assertThat(call(socket, "call", Val.u32(1), Val.s32(5))).isEqualTo(Val.s32(-5));
            }
        }
    }

    @Test
    void a_core_module_of_another_type_does_not_fit() {
        Linker linker = linker();
        linker.root().module("plug", instantiate("parts").module("seven-module").orElseThrow());
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("socket")))
                .withMessageContaining(
                        "import \"plug\" does not fit: its export \"call\": is missing");
    }

    @Test
    void an_exported_component_is_instantiated_by_the_host_and_offered_on() {
        Component seven = instantiate("parts").component("seven-component").orElseThrow();
        assertThat(seven.exports()).containsOnlyKeys("seven", "another");
        assertThat(call(linker().instantiate(seven), "seven")).isEqualTo(Val.u32(7));
        assertThat(seven.engine()).isSameAs(ENGINE);
        Linker linker = counting();
        linker.root().component("counter", seven);
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("counters")))
                .withMessageContaining("its export \"next\": is missing");
    }

    @Test
    void instances_within_instances_are_reached() {
        Instance parts = instantiate("parts");
        assertThat(parts.names())
                .containsExactly("seven-module", "seven-component", "top", "narrow");
        Instance leaf =
                parts.instance("top")
                        .orElseThrow()
                        .instance("middle")
                        .orElseThrow()
                        .instance("leaf")
                        .orElseThrow();
        assertThat(call(leaf, "another")).isEqualTo(Val.u32(7));
        assertThat(leaf.func("another").orElseThrow().name()).isEqualTo("another");
        assertThat(parts.module("top")).isEmpty();
        assertThat(parts.component("top")).isEmpty();
        assertThat(parts.func("top")).isEmpty();
    }

    @Test
    void an_export_shows_what_its_type_says() {
        Instance narrow = instantiate("parts").instance("narrow").orElseThrow();
        assertThat(narrow.names()).containsExactly("seven");
        assertThat(call(narrow, "seven")).isEqualTo(Val.u32(7));
        Linker linker = linker();
        linker.root().instance("tamias:linking/math@0.2.3", narrow).func("twice", it -> it.get(0));
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker.instantiate(component("adder")))
                .withMessageContaining("its export \"add\": is missing");
    }
}
