package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources that a guest implements, used by the host and by a component beside it. */
class GuestResourceTest {

    private final Engine engine = Engine.builder().build();
    private Instance producer;
    private Instance other;
    private Instance consumer;

    @BeforeEach
    void instantiate() throws IOException {
        Instance instance = new Linker(engine).instantiate(component("resources"));
        producer = instance.instance("producer").orElseThrow();
        other = instance.instance("other").orElseThrow();
        consumer = instance.instance("consumer").orElseThrow();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Component component(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/components/" + name + ".wasm")) {
            return Component.of(engine, in.readAllBytes());
        }
    }

    private static Val call(Instance instance, String name, Val... arguments) {
        return instance.func(name).orElseThrow().call(arguments);
    }

    private static Val.Handle make(Instance instance, long value) {
        return (Val.Handle) call(instance, "make", new Val.U32(value));
    }

    private void assertDropped(long sum) {
        assertThat(call(producer, "dropped")).isEqualTo(new Val.U32(sum));
    }

    @Test
    void the_host_holds_lends_and_drops_one() {
        Val.Handle thing = make(producer, 5);
        Resource resource = thing.resource();
        assertThat(resource.owned()).isTrue();
        assertThat(resource.type()).isSameAs(producer.resource("thing").orElseThrow());
        assertThat(call(producer, "value", thing)).isEqualTo(new Val.U32(5));
        assertDropped(0);
        resource.drop();
        assertDropped(5);
        resource.drop();
        assertDropped(5);
        assertThatIllegalStateException().isThrownBy(resource::rep);
    }

    @Test
    void the_host_gives_one_back() {
        Val.Handle thing = make(producer, 6);
        call(producer, "consume", thing);
        assertDropped(6);
        assertThatIllegalStateException().isThrownBy(() -> thing.resource().rep());
    }

    @Test
    void a_component_uses_what_another_implements() {
        assertThat(call(consumer, "run", new Val.U32(7))).isEqualTo(new Val.U32(7));
        assertDropped(7);
    }

    @Test
    void one_moves_through_a_component_and_back() {
        Val.Handle thing = make(producer, 8);
        Val.Handle back = (Val.Handle) call(consumer, "pass", thing);
        assertThatIllegalStateException().isThrownBy(() -> thing.resource().rep());
        assertThat(call(producer, "value", back)).isEqualTo(new Val.U32(8));
        assertDropped(0);
    }

    @Test
    void a_component_lends_on_what_it_was_lent() {
        Val.Handle thing = make(producer, 9);
        assertThat(call(consumer, "ask", thing)).isEqualTo(new Val.U32(9));
        assertThat(thing.resource().rep()).isEqualTo(9);
        assertDropped(0);
    }

    @Test
    void traps_where_a_component_keeps_what_it_was_lent() {
        Val.Handle thing = make(producer, 10);
        assertThatThrownBy(() -> call(consumer, "keep", thing))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("borrow handles still remain");
        assertThatThrownBy(() -> call(producer, "dropped"))
                .hasMessageContaining("cannot be used after a trap");
    }

    @Test
    void resource_types_of_two_instances_of_a_component_differ() {
        assertThat(producer.resource("thing").orElseThrow())
                .isNotSameAs(other.resource("thing").orElseThrow());
        Val.Handle thing = make(other, 11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(producer, "value", thing))
                .withMessageContaining("of another type is given");
        assertThat(call(other, "value", thing)).isEqualTo(new Val.U32(11));
        assertDropped(0);
    }

    @Test
    void a_destructor_that_traps_ends_the_instance() {
        Resource thing = make(producer, 666).resource();
        assertThatThrownBy(thing::drop)
                .isInstanceOf(Trap.class)
                .hasMessageContaining("unreachable");
        assertThatThrownBy(() -> call(producer, "dropped"))
                .hasMessageContaining("cannot be used after a trap");
    }

    private Instance leaving(List<String> notes) throws IOException {
        Linker linker = new Linker(engine);
        linker.root()
                .func(
                        "note",
                        arguments -> {
                            notes.add("called");
                            return null;
                        });
        return linker.instantiate(component("leaving"));
    }

    @Test
    void an_instance_cannot_be_left_from_realloc() throws IOException {
        List<String> notes = new ArrayList<>();
        Instance leaving = leaving(notes);
        assertThat(call(leaving, "run")).isEqualTo(new Val.U32(7));
        assertThat(notes).hasSize(1);
        assertThatThrownBy(() -> call(leaving, "from-realloc", new Val.Str("a")))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot leave component instance");
        assertThat(notes).hasSize(1);
    }

    @Test
    void an_instance_cannot_be_left_from_post_return() throws IOException {
        List<String> notes = new ArrayList<>();
        Instance leaving = leaving(notes);
        assertThatThrownBy(() -> call(leaving, "from-post-return"))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot leave component instance");
        assertThat(notes).hasSize(1);
    }
}
