package dev.tamias.component;

import static dev.tamias.component.LinkingComponents.call;
import static dev.tamias.component.LinkingComponents.component;
import static dev.tamias.component.LinkingComponents.instantiate;
import static dev.tamias.component.LinkingComponents.linker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The end of an instance, and what becomes of the host's resources in it. */
class ClosingTest {

    private static final String SHAPES = "tamias:linking/shapes@1.2.0";

    private record File(long id) {}

    private final List<Long> closed = new ArrayList<>();
    private final HostResources<File> files =
            HostResources.of("file", File.class, file -> closed.add(file.id()));
    private boolean start = true;
    private @Nullable RuntimeException failure;

    private Instance files() {
        Linker linker = linker();
        linker.instance("tamias:linking/files")
                .resource("file", files.type())
                .func("[constructor]file", this::open)
                .func("start", arguments -> Val.bool(start));
        return linker.instantiate(component("files"));
    }

    private Val open(List<Val> arguments) {
        if (failure != null) {
            throw failure;
        }
        return files.own(new File(((Val.U32) arguments.get(0)).value()));
    }

    @Test
    void a_guest_that_drops_a_resource_runs_its_destructor_once() {
        try (Instance guest = files()) {
            call(guest, "use", Val.u32(1));
            assertThat(closed).containsExactly(1L);
        }
        assertThat(closed).containsExactly(1L, 100L);
    }

    @Test
    void what_a_guest_keeps_is_dropped_when_it_is_closed() {
        Instance guest = files();
        call(guest, "keep", Val.u32(1));
        call(guest, "keep", Val.u32(2));
        assertThat(closed).isEmpty();
        guest.close();
        assertThat(closed).containsExactly(100L, 1L, 2L);
        assertThat(files.size()).isZero();
        guest.close();
        assertThat(closed).hasSize(3);
    }

    @Test
    void what_a_guest_has_is_dropped_where_it_fails_to_start() {
        start = false;
        assertThatThrownBy(this::files).isInstanceOf(Trap.class);
        assertThat(closed).containsExactly(100L);
    }

    @Test
    void a_destructor_that_throws_keeps_no_other_from_running() {
        RuntimeException thrown = new UnsupportedOperationException("of the destructor");
        HostResources<File> failing =
                HostResources.of(
                        "file",
                        File.class,
                        file -> {
                            closed.add(file.id());
                            throw thrown;
                        });
        Linker linker = linker();
        linker.instance("tamias:linking/files")
                .resource("file", failing.type())
                .func("[constructor]file", arguments -> failing.own(new File(closed.size())))
                .func("start", arguments -> Val.bool(true));
        Instance guest = linker.instantiate(component("files"));
        call(guest, "keep", Val.u32(0));
        assertThatThrownBy(guest::close).isSameAs(thrown);
        assertThat(closed).hasSize(2);
    }

    @Test
    void a_closed_instance_is_not_called() {
        Instance guest = files();
        Func use = guest.func("use").orElseThrow();
        guest.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> use.call(Val.u32(1)))
                .withMessageContaining("\"use\" was closed");
        assertThat(guest.isPoisoned()).isFalse();
    }

    @Test
    void a_closed_instance_traps_where_another_calls_it() {
        Instance provider = instantiate("provider");
        Linker linker = linker();
        linker.root().instance(SHAPES, provider.instance(SHAPES).orElseThrow());
        Instance consumer = linker.instantiate(component("consumer"));
        provider.instance(SHAPES).orElseThrow().close();
        assertThatThrownBy(() -> call(consumer, "sum", Val.u32(1)))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("after it was closed");
    }

    @Test
    void no_guest_code_runs_while_an_instance_is_closed() {
        Instance provider = instantiate("provider");
        Instance shapes = provider.instance(SHAPES).orElseThrow();
        Linker linker = linker();
        linker.root().instance(SHAPES, shapes);
        Instance consumer = linker.instantiate(component("consumer"));
        Val held = call(consumer, "hand-out", Val.u32(1));
        consumer.close();
        assertThat(call(shapes, "dropped")).isEqualTo(Val.u32(0));
        ((Val.Handle) held).resource().drop();
        assertThat(call(shapes, "dropped")).isEqualTo(Val.u32(1));
    }

    @Test
    void an_instance_that_has_ended_before_is_closed_like_any_other() {
        Instance guest = files();
        RuntimeException thrown = new UnsupportedOperationException("of the constructor");
        failure = thrown;
        assertThatThrownBy(() -> call(guest, "keep", Val.u32(5))).isSameAs(thrown);
        assertThat(guest.isPoisoned()).isTrue();
        assertThat(closed).isEmpty();
        guest.close();
        assertThat(closed).containsExactly(100L);
    }
}
