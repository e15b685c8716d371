package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTrapTest {

    private static final int PAGE = 1 << 16;

    private final GuestMemory guest = GuestMemory.utf8();

    private static Codec codec(ValType type) {
        return new Codecs().of(type);
    }

    private Val liftFlat(ValType type, long... flat) {
        return codec(type).liftFlat(guest.call(), new CoreValues(flat));
    }

    private void assertTrap(ValType type, String reason, long... flat) {
        assertThatThrownBy(() -> liftFlat(type, flat))
                .isInstanceOf(Trap.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0af",
                "c3",
                "e28182ff",
                "eda080",
                "f4908080",
                "61ff62",
                "efbfbd80",
                "f0808080"
            })
    void traps_where_a_string_is_not_utf8(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        guest.write(0, bytes);
        assertTrap(PrimType.STRING, "invalid UTF-8", 0, bytes.length);
    }

    @Test
    void takes_a_replacement_character_that_is_really_there() {
        byte[] bytes = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        guest.write(0, bytes);
        assertThat(liftFlat(PrimType.STRING, 0, bytes.length)).isEqualTo(new Val.Str("a\uFFFDb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00d8", "00dc", "00d86100", "00dc00d8"})
    void traps_where_a_string_is_not_utf16(String hex) {
        GuestMemory utf16 = GuestMemory.of(StringEncoding.UTF16);
        byte[] bytes = HexFormat.of().parseHex(hex);
        utf16.write(0, bytes);
        Codec codec = codec(PrimType.STRING);
        CoreValues flat = new CoreValues(new long[] {0, bytes.length / 2});
        assertThatThrownBy(() -> codec.liftFlat(utf16.call(), flat))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("invalid UTF-16");
    }

    @Test
    void traps_where_a_wide_string_is_not_aligned() {
        GuestMemory wide = GuestMemory.of(StringEncoding.LATIN1_UTF16);
        Codec codec = codec(PrimType.STRING);
        assertThatThrownBy(() -> codec.liftFlat(wide.call(), new CoreValues(new long[] {1, 1})))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("not a multiple of 2");
    }

    @Test
    void traps_where_a_string_reaches_beyond_the_memory() {
        assertTrap(PrimType.STRING, "out of bounds", PAGE - 1, 2);
        assertTrap(PrimType.STRING, "out of bounds", 0xffffffffL, 2);
        assertThat(liftFlat(PrimType.STRING, PAGE, 0)).isEqualTo(new Val.Str(""));
    }

    @Test
    void traps_where_a_string_or_list_is_too_long() {
        assertTrap(PrimType.STRING, "string too long", 0, 1 << 28);
        assertTrap(PrimType.STRING, "string too long", 0, 0xffffffffL);
        assertTrap(new ListType(PrimType.U8), "list too long", 0, 1 << 28);
        assertTrap(new ListType(PrimType.U64), "list too long", 0, 1 << 25);
        assertTrap(new ListType(PrimType.U64), "list too long", 0, 0xffffffffL);
    }

    @Test
    void traps_where_a_list_is_misplaced() {
        assertTrap(new ListType(PrimType.U32), "not a multiple of 4", 2, 1);
        assertTrap(new ListType(PrimType.U32), "not a multiple of 4", 2, 0);
        assertTrap(new ListType(PrimType.U32), "out of bounds", PAGE - 4, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0xd800, 0xdfff, 0x110000, 0xffffffffL})
    void traps_where_a_char_is_no_scalar_value(long bits) {
        assertTrap(PrimType.CHAR, "invalid `char`", bits);
    }

    @Test
    void traps_where_a_discriminant_is_out_of_range() {
        assertTrap(new EnumType(List.of("a", "b")), "case 2 of 2", 2);
        assertTrap(new OptionType(PrimType.U8), "case 4294967295 of 2", 0xffffffffL, 0);
        guest.write(0, (byte) 2);
        assertThatThrownBy(() -> codec(new OptionType(PrimType.U8)).load(guest.call(), 0))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("case 2 of 2");
        assertThatThrownBy(
                        () ->
                                codec(new OptionType(PrimType.U8))
                                        .visit(guest.call(), 0, new EventLog()))
                .isInstanceOf(Trap.class);
    }

    @Test
    void cuts_off_what_does_not_belong_to_a_value() {
        assertThat(liftFlat(PrimType.BOOL, 2)).isEqualTo(new Val.Bool(true));
        assertThat(liftFlat(PrimType.U8, 0x1ff)).isEqualTo(new Val.U8((short) 0xff));
        assertThat(liftFlat(PrimType.S8, 0x180)).isEqualTo(new Val.S8((byte) -128));
        assertThat(liftFlat(PrimType.U16, 0x1ffff)).isEqualTo(new Val.U16(0xffff));
        assertThat(liftFlat(new FlagsType(List.of("a", "b")), 7)).isEqualTo(new Val.Flags(3));
    }

    @Test
    void makes_every_nan_the_canonical_one() {
        Val value = liftFlat(PrimType.F32, 0xffc0_1234L);
        assertThat(Float.floatToRawIntBits(((Val.F32) value).value())).isEqualTo(0x7fc00000);
        long[] flat = new long[1];
        codec(PrimType.F64)
                .lowerFlat(
                        guest.call(),
                        new Val.F64(Double.longBitsToDouble(0xfff8_0000_0000_0001L)),
                        new CoreValues(flat));
        assertThat(flat).containsExactly(0x7ff8_0000_0000_0000L);
    }

    @Test
    void traps_where_spilled_parameters_are_misplaced() {
        ValType many = new TupleType(Collections.nCopies(17, PrimType.U64));
        FuncType type = new FuncType(List.of(new FuncType.Param("many", many)), null);
        CallFlattening flattening = new CallFlattening(type, new Codecs());
        assertThat(flattening.lowered().params()).hasSize(1);
        assertThatThrownBy(() -> flattening.liftParams(guest.call(), new long[] {4}))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("not a multiple of 8");
        assertThatThrownBy(() -> flattening.liftParams(guest.call(), new long[] {PAGE - 128}))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("out of bounds");
    }

    @Test
    void traps_where_realloc_gives_what_is_not_there() {
        String large = "x".repeat(PAGE);
        assertThatThrownBy(() -> codec(PrimType.STRING).store(guest.call(), new Val.Str(large), 0))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("out of bounds");
    }

    @Test
    void a_million_aliases_of_one_string_are_paid_for() {
        GuestMemory large = GuestMemory.of(128, Limits.defaults().withLiftBytes(1 << 20));
        byte[] aliases = new byte[8 * 10_000];
        for (int i = 0; i < aliases.length; i += 8) {
            aliases[i + 4] = (byte) 200;
        }
        large.write(PAGE, aliases);
        Codec codec = codec(new ListType(PrimType.STRING));
        assertThatThrownBy(
                        () ->
                                codec.liftFlat(
                                        large.call(), new CoreValues(new long[] {PAGE, 10_000})))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("1048576");
        assertThat(codec.liftFlat(large.call(), new CoreValues(new long[] {PAGE, 1_000})))
                .isInstanceOf(Val.ListOf.class);
    }

    @Test
    void small_elements_are_paid_for_by_what_they_take_in_the_host() {
        GuestMemory large = GuestMemory.of(16, Limits.defaults().withLiftBytes(1 << 20));
        Codec bools = codec(new ListType(PrimType.BOOL));
        assertThatThrownBy(
                        () -> bools.liftFlat(large.call(), new CoreValues(new long[] {0, 100_000})))
                .isInstanceOf(LimitExceeded.class);
        Codec bytes = codec(new ListType(PrimType.U8));
        assertThat(bytes.liftFlat(large.call(), new CoreValues(new long[] {0, 100_000})))
                .isEqualTo(new Val.Bytes(new byte[100_000]));
    }

    @Test
    void refuses_values_of_another_type_than_is_lowered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(PrimType.U8, new Val.S8((byte) 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(PrimType.U8, new Val.U8((short) 256)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(PrimType.CHAR, new Val.Char(0xd800)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(new EnumType(List.of("a")), new Val.EnumCase(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower(new FlagsType(List.of("a")), new Val.Flags(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                lower(
                                        new TupleType(List.of(PrimType.BOOL)),
                                        new Val.Tuple(List.of())));
    }

    private void lower(ValType type, Val v) {
        codec(type).lowerFlat(guest.call(), v, new CoreValues(new long[8]));
    }

    @Test
    void a_list_of_u8_is_lowered_from_single_bytes_too() {
        Codec codec = codec(new ListType(PrimType.U8));
        Val single = new Val.ListOf(List.of(new Val.U8((short) 1), new Val.U8((short) 255)));
        codec.store(guest.call(), single, 0);
        assertThat(codec.load(guest.call(), 0)).isEqualTo(new Val.Bytes(new byte[] {1, -1}));
    }
}
