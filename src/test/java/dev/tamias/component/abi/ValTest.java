package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values made by hand. */
class ValTest {

    private static final RecordType POINT =
            new RecordType(
                    List.of(
                            new RecordType.Field("x", PrimType.U8),
                            new RecordType.Field("y", PrimType.S8)));
    private static final VariantType SHAPE =
            new VariantType(
                    List.of(
                            new VariantType.Case("empty", null),
                            new VariantType.Case("circle", PrimType.U8)));

    @Test
    void numbers_are_in_the_range_of_their_type() {
        assertThat(Val.u8(255)).isEqualTo(new Val.U8((short) 255));
        assertThat(Val.u32(0xffffffffL)).isEqualTo(new Val.U32(0xffffffffL));
        assertThat(Val.s8(-128)).isEqualTo(new Val.S8(Byte.MIN_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.u8(256));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.u8(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.s16(0x8000));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.u16(0x10000));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.u32(-1));
    }

    @Test
    void a_record_takes_its_fields_by_name() {
        assertThat(Val.record(POINT, Map.of("y", Val.s8(-1), "x", Val.u8(1))))
                .isEqualTo(Val.record(Val.u8(1), Val.s8(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Val.record(POINT, Map.of("x", Val.u8(1))))
                .withMessageContaining("field \"y\" of record { x: u8, y: s8 } is not given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Val.record(POINT, Map.of("z", Val.u8(1))))
                .withMessageContaining("no field \"z\"");
    }

    @Test
    void a_variant_takes_its_case_by_name() {
        assertThat(Val.variant(SHAPE, "circle", Val.u8(2)))
                .isEqualTo(new Val.Variant(1, Val.u8(2)));
        assertThat(Val.variant(SHAPE, "empty", null)).isEqualTo(new Val.Variant(0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Val.variant(SHAPE, "circle", null))
                .withMessageContaining("has a payload");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Val.variant(SHAPE, "square", null))
                .withMessageContaining("no case \"square\"");
    }

    @Test
    void enums_and_flags_take_labels() {
        EnumType color = new EnumType(List.of("red", "green"));
        FlagsType access = new FlagsType(List.of("read", "write", "run"));
        assertThat(Val.enumCase(color, "green")).isEqualTo(new Val.EnumCase(1));
        assertThat(Val.flags(access, "run", "read")).isEqualTo(new Val.Flags(5));
        assertThat(Val.flags(access)).isEqualTo(new Val.Flags(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.enumCase(color, "blue"));
        assertThatIllegalArgumentException().isThrownBy(() -> Val.flags(access, "fly"));
    }

    @Test
    void options_results_and_lists_are_short() {
        assertThat(Val.some(Val.bool(true))).isEqualTo(new Val.Option(new Val.Bool(true)));
        assertThat(Val.none()).isEqualTo(Val.Option.NONE);
        assertThat(Val.ok(Val.string("a"))).isEqualTo(Val.Result.ok(new Val.Str("a")));
        assertThat(Val.err()).isEqualTo(Val.Result.err(null));
        assertThat(Val.list(Val.s32(1), Val.s32(2)))
                .isEqualTo(Val.list(List.of(Val.s32(1), Val.s32(2))));
        assertThat(Val.bytes((byte) 1, (byte) 2)).isEqualTo(new Val.Bytes(new byte[] {1, 2}));
    }
}
