package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handles on their way from one guest to another. */
class HandleTransferTest {

    private final List<Integer> dropped = new ArrayList<>();
    private final ResourceId id = new ResourceId(0, "counter");
    private final ResourceType type = ResourceType.host("counter", dropped::add);
    private final GuestMemory caller = GuestMemory.utf8();
    private final GuestMemory callee = GuestMemory.utf8();
    private final LiftLower from = caller.call();
    private final LiftLower to = callee.call();
    private final Codec own = new Codecs().of(new OwnType(id));
    private final Codec borrow = new Codecs().of(new BorrowType(id));
    private final CoreFunc made = ResourceBuiltins.resourceNew(caller.instance, type);

    @BeforeEach
    void bind() {
        caller.instance.bind(id, type);
        callee.instance.bind(id, type);
    }

    private long transfer(Codec codec, long handle) {
        long[] out = new long[1];
        codec.transferFlat(from, new CoreValues(new long[] {handle}), to, new CoreValues(out));
        return out[0];
    }

    private long rep(GuestMemory guest, long handle) {
        return ResourceBuiltins.resourceRep(guest.instance, type).call(handle)[0];
    }

    private void drop(GuestMemory guest, long handle) {
        ResourceBuiltins.resourceDrop(guest.instance, type).call(handle);
    }

    @Test
    void an_owned_handle_moves() {
        long first = made.call(7)[0];
        long second = made.call(8)[0];
        long moved = transfer(own, second);
        assertThat(rep(callee, moved)).isEqualTo(8);
        assertThat(rep(caller, first)).isEqualTo(7);
        assertThatThrownBy(() -> rep(caller, second)).isInstanceOf(Trap.class);
        drop(callee, moved);
        assertThat(dropped).containsExactly(8);
    }

    @Test
    void a_lent_handle_is_one_more_handle() {
        long handle = made.call(7)[0];
        long lent = transfer(borrow, handle);
        assertThat(rep(callee, lent)).isEqualTo(7);
        assertThatThrownBy(() -> drop(caller, handle)).hasMessageContaining("while borrowed");
        assertThatThrownBy(to::requireBorrowsReturned)
                .isInstanceOf(Trap.class)
                .hasMessageContaining("borrow handles still remain");
        drop(callee, lent);
        to.requireBorrowsReturned();
        assertThat(dropped).isEmpty();
    }

    @Test
    void a_handle_is_lent_until_the_call_ends() {
        long handle = made.call(7)[0];
        drop(callee, transfer(borrow, handle));
        drop(callee, transfer(borrow, handle));
        from.endLoans();
        drop(caller, handle);
        assertThat(dropped).containsExactly(7);
    }

    @Test
    void a_lent_handle_is_lent_on() {
        long lent = transfer(borrow, made.call(7)[0]);
        GuestMemory third = GuestMemory.utf8();
        third.instance.bind(id, type);
        LiftLower on = callee.call();
        long[] out = new long[1];
        borrow.transferFlat(
                on, new CoreValues(new long[] {lent}), third.call(), new CoreValues(out));
        assertThat(rep(third, out[0])).isEqualTo(7);
        assertThatThrownBy(() -> drop(callee, lent)).hasMessageContaining("while borrowed");
        on.endLoans();
    }

    @Test
    void the_implementer_is_lent_the_representation() {
        ResourceType mine = ResourceType.guest("mine", callee.instance, rep -> {});
        caller.instance.bind(id, mine);
        callee.instance.bind(id, mine);
        long handle = ResourceBuiltins.resourceNew(caller.instance, mine).call(77)[0];
        assertThat(transfer(borrow, handle)).isEqualTo(77);
        assertThat(callee.instance.handles().size()).isZero();
        assertThat(transfer(own, ResourceBuiltins.resourceNew(caller.instance, mine).call(78)[0]))
                .isEqualTo(1);
    }

    @Test
    void traps_where_a_handle_is_given_away_while_it_is_lent() {
        long handle = made.call(7)[0];
        transfer(borrow, handle);
        assertThatThrownBy(() -> transfer(own, handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("while borrowed");
    }

    @Test
    void traps_where_a_handle_is_lent_after_it_was_given_away() {
        long handle = made.call(7)[0];
        transfer(own, handle);
        assertThatThrownBy(() -> transfer(borrow, handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("unknown handle index");
    }

    @Test
    void traps_where_a_lent_handle_is_given_away() {
        long lent = transfer(borrow, made.call(7)[0]);
        assertThatThrownBy(
                        () ->
                                own.transferFlat(
                                        callee.call(),
                                        new CoreValues(new long[] {lent}),
                                        caller.call(),
                                        new CoreValues(new long[1])))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("from a borrow");
    }

    @Test
    void traps_where_a_handle_is_of_another_type() {
        ResourceType other = ResourceType.host("other", rep -> {});
        long handle = ResourceBuiltins.resourceNew(caller.instance, other).call(7)[0];
        assertThatThrownBy(() -> transfer(own, handle))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("counter")
                .hasMessageContaining("other");
        assertThatThrownBy(() -> transfer(borrow, handle)).isInstanceOf(Trap.class);
    }

    @Test
    void a_list_of_owned_handles_moves_in_its_order() {
        Codec list = new Codecs().of(new ListType(new OwnType(id)));
        for (int i = 0; i < 3; i++) {
            long handle = made.call(10 + i)[0];
            caller.memory.writeInt(64 + 4 * i, (int) handle);
        }
        long[] out = new long[2];
        list.transferFlat(from, new CoreValues(new long[] {64, 3}), to, new CoreValues(out));
        assertThat(out[1]).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            long handle = callee.memory.readInt((int) out[0] + 4 * i);
            assertThat(rep(callee, handle)).isEqualTo(10 + i);
        }
        assertThat(caller.instance.handles().size()).isZero();
    }
}
