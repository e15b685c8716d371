package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.PrimType;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What guests that pass each other too much can do to the host: nothing. */
class TransferLimitsTest {

    private static final int PAGE = 1 << 16;

    private final Codec strings = new Codecs().of(new ListType(PrimType.STRING));

    /** Many pointers to one string. */
    private static GuestMemory aliases(Limits limits, int count, int length) {
        GuestMemory guest = GuestMemory.of(64, limits);
        byte[] pairs = new byte[8 * count];
        for (int i = 0; i < count; i++) {
            UnsignedInts.write(pairs, 8 * i + 4, 4, length);
        }
        guest.write(32 * PAGE, pairs);
        return guest;
    }

    private void transfer(Codec codec, GuestMemory from, GuestMemory to, long... flat) {
        codec.transferFlat(
                from.call(), new CoreValues(flat), to.call(), new CoreValues(new long[2]));
    }

    @Test
    void what_is_not_the_hosts_is_not_counted() {
        Limits limits = Limits.defaults().withLiftBytes(1000);
        GuestMemory from = aliases(limits, 100, 1000);
        GuestMemory to = GuestMemory.of(64, limits);
        transfer(strings, from, to, 32 * PAGE, 100);
        assertThat(to.memory.readInt(GuestMemory.START + 8 * 99 + 4)).isEqualTo(1000);
    }

    @Test
    void aliases_of_one_string_end_where_the_callees_memory_ends() {
        GuestMemory from = aliases(Limits.defaults(), 100_000, PAGE);
        assertThatThrownBy(() -> transfer(strings, from, GuestMemory.utf8(), 32 * PAGE, 100_000))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("realloc result pointer/length out of bounds");
    }

    @Test
    void guests_that_never_end_a_call_can_be_interrupted() {
        GuestMemory from = aliases(Limits.defaults(), 1000, 1000);
        try {
            Thread.currentThread().interrupt();
            GuestMemory to = GuestMemory.moving(StringEncoding.UTF8, List.of());
            assertThatThrownBy(() -> transfer(strings, from, to, 32 * PAGE, 1000))
                    .isInstanceOf(Interrupted.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void text_is_converted_up_to_the_limit_and_copied_beyond_it() {
        Limits limits = Limits.defaults().withLiftBytes(1 << 20);
        Codec string = new Codecs().of(PrimType.STRING);
        GuestMemory from = GuestMemory.of(64, limits);
        long[] text = {0, 2 << 20};
        transfer(string, from, GuestMemory.of(64, limits), text);
        GuestMemory wide = GuestMemory.of(StringEncoding.UTF16);
        assertThatThrownBy(() -> transfer(string, from, wide, text))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("1048576");
    }
}
