package dev.tamias.component;

import static dev.tamias.component.LinkingComponents.ENGINE;
import static dev.tamias.component.LinkingComponents.call;
import static dev.tamias.component.LinkingComponents.component;
import static dev.tamias.component.LinkingComponents.instantiate;
import static dev.tamias.component.LinkingComponents.linker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.PrimType;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import dev.tamias.model.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions, instances and resource types, offered and checked against what is imported. */
class LinkingTest {

    private static final String MATH = "tamias:linking/math@0.2.3";
    private static final String SHAPES = "tamias:linking/shapes@1.2.0";

    private static final FuncType TWICE =
            new FuncType(List.of(new FuncType.Param("n", PrimType.U32)), PrimType.U32);

    private static final HostFunc DOUBLE = arguments -> Val.u32(2 * u32(arguments.get(0)));
    private static final HostFunc ADD =
            arguments -> Val.u32(u32(arguments.get(0)) + u32(arguments.get(1)));

    private static long u32(Val value) {
        return ((Val.U32) value).value();
    }

    private static Linker adderLinker() {
        Linker linker = linker();
        linker.root().func("twice", DOUBLE);
        linker.instance(MATH).func("add", ADD);
        return linker;
    }

    private static LinkException unlinkable(Linker linker, String component) {
        LinkException failure =
                catchThrowableOfType(
                        LinkException.class, () -> linker.instantiate(component(component)));
        assertThat(failure).isNotNull();
        assertThat(failure.trouble()).isEqualTo(Trouble.LINK);
        return failure;
    }

    @Test
    void functions_are_offered_at_the_root_and_in_instances() {
        Instance adder = adderLinker().instantiate(component("adder"));
        assertThat(call(adder, "run", Val.u32(20))).isEqualTo(Val.u32(41));
    }

    @Test
    void a_function_is_offered_with_its_type() {
        Linker linker = adderLinker();
        linker.root().func("twice", TWICE, DOUBLE);
        assertThat(call(linker.instantiate(component("adder")), "run", Val.u32(1)))
                .isEqualTo(Val.u32(3));
    }

    @Test
    void a_function_of_another_type_is_found_while_linking() {
        for (FuncType other :
                List.of(
                        new FuncType(List.of(), PrimType.U32),
                        new FuncType(TWICE.params(), null),
                        new FuncType(TWICE.params(), PrimType.S32),
                        new FuncType(
                                List.of(new FuncType.Param("m", PrimType.U32)), PrimType.U32))) {
            Linker linker = adderLinker();
            linker.root().func("twice", other, DOUBLE);
            LinkException failure = unlinkable(linker, "adder");
            assertThat(failure.missing()).isEmpty();
            assertThat(failure.mismatches())
                    .singleElement()
                    .asString()
                    .contains("\"twice\"", other + " is given for func(n: u32) -> u32");
            assertThat(failure).hasMessageContaining(failure.mismatches().get(0));
        }
    }

    @Test
    void something_of_another_kind_is_found_while_linking() {
        Linker linker = adderLinker();
        linker.root().resource("twice", ResourceType.host("twice", rep -> {}));
        linker.root().func(MATH, ADD);
        assertThat(unlinkable(linker, "adder").mismatches())
                .containsExactly(
                        "import \"twice\" does not fit: a resource is given for a function",
                        "import \""
                                + MATH
                                + "\" does not fit: a function is given for an instance");
        linker.instance("twice").func("twice", DOUBLE);
        assertThat(unlinkable(linker, "adder").mismatches())
                .contains("import \"twice\" does not fit: an instance is given for a function");
    }

    @Test
    void all_that_is_missing_and_all_that_does_not_fit_is_named_at_once() {
        Linker linker = linker();
        linker.root().func("twice", new FuncType(List.of(), null), DOUBLE);
        LinkException failure = unlinkable(linker, "adder");
        assertThat(failure.missing()).containsExactly("\"" + MATH + "#add\" (function)");
        assertThat(failure.mismatches()).hasSize(1);
        assertThat(failure)
                .hasMessageContaining("does not offer \"" + MATH + "#add\" (function); and import");
        assertThat(linker.missing(component("adder"))).isEqualTo(failure.missing());
    }

    @Test
    void instances_nest_to_any_depth() {
        Linker linker = linker();
        linker.instance("a")
                .instance("b")
                .instance("c")
                .instance("d")
                .func("answer", arguments -> Val.u32(42));
        assertThat(call(linker.instantiate(component("deep")), "run")).isEqualTo(Val.u32(42));
        assertThat(unlinkable(linker(), "deep").missing())
                .containsExactly("\"a#b#c#d#answer\" (function)");
    }

    private static Linker offeringShapes(Instance provider) {
        Linker linker = linker();
        linker.root().instance(SHAPES, provider.instance(SHAPES).orElseThrow());
        return linker;
    }

    @Test
    void an_instance_is_offered_to_another_component() {
        Instance provider = instantiate("provider");
        Instance consumer = offeringShapes(provider).instantiate(component("consumer"));
        assertThat(call(consumer, "sum", Val.u32(5))).isEqualTo(Val.u32(7));
        assertThat(call(consumer, "use", Val.u32(9))).isEqualTo(Val.u32(9));
        Instance shapes = provider.instance(SHAPES).orElseThrow();
        assertThat(call(shapes, "dropped")).isEqualTo(Val.u32(1));
        assertThat(consumer.resource("thing").orElseThrow())
                .isSameAs(shapes.resource("thing").orElseThrow());
        Val thing = call(consumer, "hand-out", Val.u32(11));
        assertThat(call(shapes, "value", thing)).isEqualTo(Val.u32(11));
    }

    @Test
    void an_instance_brings_its_types_along() {
        LinkException failure = unlinkable(offeringShapes(instantiate("provider")), "misfit");
        assertThat(failure.mismatches())
                .containsExactly(
                        "import \"tamias:linking/shapes@1.0.0\" does not fit: its export \"point\":"
                                + " another type is given");
    }

    @Test
    void an_instance_that_exports_less_does_not_fit() {
        Linker linker = linker();
        linker.root().instance(SHAPES, instantiate("parts"));
        assertThat(unlinkable(linker, "consumer"))
                .hasMessageContaining("its export \"point\": is missing");
    }

    @Test
    void a_trap_in_an_offered_instance_ends_both() {
        Instance provider = instantiate("provider");
        Linker linker = offeringShapes(provider);
        Instance consumer = linker.instantiate(component("consumer"));
        Instance idle = linker.instantiate(component("consumer"));
        assertThatThrownBy(() -> call(consumer, "fail")).isInstanceOf(Trap.class);
        assertThat(provider.isPoisoned()).isTrue();
        assertThat(consumer.isPoisoned()).isTrue();
        assertThat(idle.isPoisoned()).isFalse();
        assertThatThrownBy(() -> call(idle, "sum", Val.u32(1)))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot be used after a trap");
    }

    @Test
    void a_resource_type_of_the_host_is_one_type_under_two_names() {
        ResourceType thing = ResourceType.host("thing", rep -> {});
        Linker linker = linker();
        linker.instance("left").resource("thing", thing);
        linker.instance("right").resource("thing", thing).func("value", DOUBLE);
        assertThat(linker.instantiate(component("two-of-one")).names()).isEmpty();
        linker.instance("right").resource("thing", ResourceType.host("thing", rep -> {}));
        assertThat(unlinkable(linker, "two-of-one").mismatches())
                .containsExactly(
                        "import \"right#thing\" does not fit: another resource type is given for"
                                + " thing");
    }

    @Test
    void a_resource_type_that_equals_another_need_not_be_offered_twice() {
        Linker linker = linker();
        linker.instance("left").resource("thing", ResourceType.host("thing", rep -> {}));
        linker.instance("right").func("value", DOUBLE);
        assertThat(linker.missing(component("two-of-one"))).isEmpty();
        assertThat(linker.instantiate(component("two-of-one")).names()).isEmpty();
    }

    @Test
    void a_typed_function_names_the_resource_type_that_it_takes() {
        ResourceType thing = ResourceType.host("thing", rep -> {});
        ResourceType other = ResourceType.host("thing", rep -> {});
        Linker linker = linker();
        linker.instance("left").resource("thing", thing);
        linker.instance("right").func("value", valueOf(thing), DOUBLE);
        assertThat(linker.instantiate(component("two-of-one")).names()).isEmpty();
        linker.instance("right").func("value", valueOf(other), DOUBLE);
        assertThat(unlinkable(linker, "two-of-one"))
                .hasMessageContaining("of the same names and with other resource types");
    }

    private static FuncType valueOf(ResourceType type) {
        return new FuncType(
                List.of(new FuncType.Param("of", new BorrowType(type.id()))), PrimType.U32);
    }

    @Test
    void resource_types_of_two_instances_differ() {
        Instance one = instantiate("provider").instance(SHAPES).orElseThrow();
        Instance other = instantiate("provider").instance(SHAPES).orElseThrow();
        Linker linker = linker();
        linker.root().instance("left", one).instance("right", one);
        assertThat(linker.instantiate(component("two-of-one")).names()).isEmpty();
        linker.root().instance("right", other);
        assertThat(unlinkable(linker, "two-of-one"))
                .hasMessageContaining("\"right\"")
                .hasMessageContaining("another resource type is given for thing");
    }

    @Test
    void imports_are_checked_once_for_many_instances() {
        Linker linker = adderLinker();
        InstancePre pre = linker.instantiatePre(component("adder"));
        linker.root().func("twice", arguments -> Val.u32(0));
        assertThat(call(pre.instantiate(), "run", Val.u32(1))).isEqualTo(Val.u32(3));
        assertThat(call(pre.instantiate(ENGINE.limits()), "run", Val.u32(2))).isEqualTo(Val.u32(5));
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> linker().instantiatePre(component("adder")));
    }

    @Test
    void a_component_of_another_engine_is_refused() {
        try (Engine other = Engine.builder().compiling(false).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Linker(other).instantiate(component("adder")))
                    .withMessageContaining("another engine");
        }
    }
}
