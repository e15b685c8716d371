package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.PrimType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Java's strings can hold and Unicode's cannot. */
class StringsTest {

    private static String throughGuest(StringEncoding encoding, String text) {
        Codec codec = new Codecs().of(PrimType.STRING);
        LiftLower cx = GuestMemory.of(encoding).call();
        codec.store(cx, new Val.Str(text), 64);
        return ((Val.Str) codec.load(cx, 64)).value();
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void half_a_surrogate_pair_becomes_a_replacement_character(StringEncoding encoding) {
        assertThat(throughGuest(encoding, "a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(throughGuest(encoding, "\udc3f")).isEqualTo("\ufffd");
        assertThat(throughGuest(encoding, "\ud83d")).isEqualTo("\ufffd");
        assertThat(throughGuest(encoding, "\udc3f\ud83d?")).isEqualTo("\ufffd\ufffd?");
        assertThat(throughGuest(encoding, "\u20ac\ud83d\ud83d\udc3f"))
                .isEqualTo("\u20ac\ufffd\ud83d\udc3f");
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void a_question_mark_stays_one(StringEncoding encoding) {
        assertThat(throughGuest(encoding, "why?")).isEqualTo("why?");
        assertThat(throughGuest(encoding, "\u00e9?\ud83d\udc3f?"))
                .isEqualTo("\u00e9?\ud83d\udc3f?");
    }

    @Test
    void latin1_is_used_where_it_is_enough() {
        GuestMemory guest = GuestMemory.of(StringEncoding.LATIN1_UTF16);
        Codec codec = new Codecs().of(PrimType.STRING);
        codec.store(guest.call(), new Val.Str("\u00ff"), 64);
        assertThat(guest.memory.readInt(68)).isEqualTo(1);
        codec.store(guest.call(), new Val.Str("\u0100"), 64);
        assertThat(guest.memory.readInt(68)).isEqualTo(0x80000001);
    }
}
