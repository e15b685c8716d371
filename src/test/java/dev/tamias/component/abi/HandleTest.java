package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandleTest {

    private final List<Integer> dropped = new ArrayList<>();
    private final ResourceId id = new ResourceId(0, "counter");
    private final ResourceType type = ResourceType.host("counter", dropped::add);
    private final ResourceType other = ResourceType.host("other", rep -> {});
    private final GuestMemory guest = GuestMemory.utf8();
    private final Codec own = new Codecs().of(new OwnType(id));
    private final Codec borrow = new Codecs().of(new BorrowType(id));
    private final CoreFunc drop = ResourceBuiltins.resourceDrop(guest.instance, type);
    private final CoreFunc rep = ResourceBuiltins.resourceRep(guest.instance, type);

    @BeforeEach
    void bind() {
        guest.instance.bind(id, type);
    }

    private static long lower(LiftLower cx, Codec codec, Resource resource) {
        long[] flat = new long[1];
        codec.lowerFlat(cx, new Val.Handle(resource), new CoreValues(flat));
        return flat[0];
    }

    private static Resource lift(LiftLower cx, Codec codec, long handle) {
        return ((Val.Handle) codec.liftFlat(cx, new CoreValues(new long[] {handle}))).resource();
    }

    @Test
    void an_owned_resource_moves_into_the_guest_and_back() {
        Resource resource = Resource.own(type, 7);
        long handle = lower(guest.call(), own, resource);
        assertThat(handle).isEqualTo(1);
        assertThat(rep.call(handle)).containsExactly(7);
        assertThatIllegalStateException().isThrownBy(resource::rep);
        Resource back = lift(guest.call(), own, handle);
        assertThat(back.rep()).isEqualTo(7);
        assertThat(back.owned()).isTrue();
        assertThatThrownBy(() -> rep.call(handle)).isInstanceOf(Trap.class);
        assertThat(dropped).isEmpty();
    }

    @Test
    void dropping_the_owned_handle_ends_the_resource() {
        long handle = lower(guest.call(), own, Resource.own(type, 7));
        drop.call(handle);
        assertThat(dropped).containsExactly(7);
        assertThatThrownBy(() -> drop.call(handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("unknown handle index 1");
    }

    @Test
    void the_host_drops_once() {
        Resource resource = Resource.own(type, 7);
        resource.drop();
        resource.drop();
        assertThat(dropped).containsExactly(7);
        assertThatIllegalStateException().isThrownBy(() -> lower(guest.call(), own, resource));
    }

    @Test
    void traps_where_a_handle_is_of_another_resource_type() {
        guest.instance.handles().add(new ResourceHandle(other, 1, true, null));
        assertThatThrownBy(() -> lift(guest.call(), borrow, 1))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("other")
                .hasMessageContaining("counter");
        assertThatThrownBy(() -> rep.call(1)).isInstanceOf(Trap.class);
        assertThatThrownBy(() -> lift(guest.call(), own, 1)).isInstanceOf(Trap.class);
    }

    @Test
    void traps_where_there_is_no_handle() {
        for (long index : new long[] {0, 1, 0xffffffffL}) {
            assertThatThrownBy(() -> lift(guest.call(), own, index))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("unknown handle index");
        }
    }

    @Test
    void a_lent_resource_can_be_dropped_only_after_the_call() {
        long handle = lower(guest.call(), own, Resource.own(type, 7));
        LiftLower call = guest.call();
        Resource lent = lift(call, borrow, handle);
        assertThat(lent.rep()).isEqualTo(7);
        assertThat(lent.owned()).isFalse();
        assertThatThrownBy(() -> lift(guest.call(), own, handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("while borrowed");
    }

    @Test
    void what_was_lent_is_given_back_after_the_call() {
        long handle = lower(guest.call(), own, Resource.own(type, 7));
        LiftLower call = guest.call();
        Resource lent = lift(call, borrow, handle);
        call.endLoans();
        assertThatIllegalStateException().isThrownBy(lent::rep);
        drop.call(handle);
        assertThat(dropped).containsExactly(7);
    }

    @Test
    void traps_where_a_callee_keeps_what_it_was_lent() {
        LiftLower call = guest.call();
        long handle = lower(call, borrow, Resource.own(type, 7));
        assertThatThrownBy(call::requireBorrowsReturned)
                .isInstanceOf(Trap.class)
                .hasMessageContaining("borrow handles still remain");
        drop.call(handle);
        call.requireBorrowsReturned();
        assertThat(dropped).isEmpty();
    }

    @Test
    void the_host_does_not_drop_what_a_call_has_borrowed() {
        Resource resource = Resource.own(type, 7);
        LiftLower call = guest.call();
        long handle = lower(call, borrow, resource);
        assertThatIllegalStateException().isThrownBy(resource::drop);
        assertThatIllegalStateException().isThrownBy(() -> lower(call, own, resource));
        drop.call(handle);
        call.endLoans();
        assertThat(resource.rep()).isEqualTo(7);
        resource.drop();
        assertThat(dropped).containsExactly(7);
    }

    @Test
    void a_borrowed_handle_cannot_be_lifted_as_owned() {
        long handle = lower(guest.call(), borrow, Resource.own(type, 7));
        assertThatThrownBy(() -> lift(guest.call(), own, handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("from a borrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(guest.call(), own, Resource.borrow(type, 7)));
    }

    @Test
    void the_implementer_gets_the_representation_itself() {
        ResourceType mine = ResourceType.guest("mine", guest.instance, rep -> {});
        guest.instance.bind(id, mine);
        assertThat(lower(guest.call(), borrow, Resource.own(mine, 77))).isEqualTo(77);
        assertThat(guest.instance.handles().size()).isZero();
    }

    @Test
    void a_handle_is_used_again_last_freed_first() {
        HandleTable table = new HandleTable(10);
        ResourceHandle h = new ResourceHandle(type, 1, true, null);
        assertThat(List.of(table.add(h), table.add(h), table.add(h))).containsExactly(1, 2, 3);
        table.remove(1);
        table.remove(3);
        assertThat(List.of(table.add(h), table.add(h), table.add(h))).containsExactly(3, 1, 4);
    }

    @Test
    void refuses_more_handles_than_the_limit() {
        HandleTable table = new HandleTable(20);
        ResourceHandle h = new ResourceHandle(type, 1, true, null);
        for (int i = 0; i < 20; i++) {
            table.add(h);
        }
        assertThatThrownBy(() -> table.add(h))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("20 handles");
        table.remove(5);
        assertThat(table.add(h)).isEqualTo(5);
    }

    @Test
    void builtins_trap_where_the_instance_may_not_be_left() {
        CoreFunc made = ResourceBuiltins.resourceNew(guest.instance, type);
        assertThat(made.call(5)).containsExactly(1);
        guest.instance.mayLeave(false);
        assertThatThrownBy(() -> made.call(5))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot leave");
        assertThatThrownBy(() -> drop.call(1))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot leave");
        assertThat(rep.call(1)).containsExactly(5);
    }
}
