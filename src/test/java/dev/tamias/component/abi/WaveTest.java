package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveTest {

    @Test
    void a_value_is_written_with_the_names_of_its_type() {
        RecordType version =
                new RecordType(
                        List.of(
                                new RecordType.Field("major", PrimType.U16),
                                new RecordType.Field("name", new OptionType(PrimType.STRING))));
        Val value = new Val.Record(List.of(Val.u16(1), new Val.Option(Val.string("a\"\n\u0004"))));
        assertThat(Wave.of(value, version)).isEqualTo("{major: 1, name: some(\"a\\\"\\n\\u{4}\")}");
        ResultType result = new ResultType(new ListType(version), PrimType.CHAR);
        assertThat(Wave.of(Val.Result.ok(new Val.ListOf(List.of(value))), result))
                .startsWith("ok([{major: 1,");
        assertThat(Wave.of(Val.Result.err(new Val.Char(0x1F43F)), result)).isEqualTo("err('🐿')");
    }

    @Test
    void cases_labels_flags_and_numbers_are_as_in_the_format() {
        VariantType variant =
                new VariantType(
                        List.of(
                                new VariantType.Case("eof", null),
                                new VariantType.Case("parse", PrimType.U64)));
        assertThat(Wave.of(new Val.Variant(0, null), variant)).isEqualTo("eof");
        assertThat(Wave.of(new Val.Variant(1, Val.u64(-1)), variant))
                .isEqualTo("parse(18446744073709551615)");
        assertThat(Wave.of(new Val.EnumCase(1), new EnumType(List.of("a", "b")))).isEqualTo("b");
        assertThat(Wave.of(new Val.Flags(5), new FlagsType(List.of("a", "b", "c"))))
                .isEqualTo("{a, c}");
        assertThat(
                        Wave.of(
                                new Val.Tuple(List.of(Val.bool(true), Val.s8(-3))),
                                new TupleType(List.of(PrimType.BOOL, PrimType.S8))))
                .isEqualTo("(true, -3)");
        assertThat(Wave.of(null, null)).isEmpty();
    }

    @Test
    void what_is_long_is_cut() {
        assertThat(Wave.of(new Val.Bytes(new byte[500]), new ListType(PrimType.U8)))
                .endsWith("0, 0, …]")
                .hasSizeLessThan(700);
        assertThat(Wave.of(Val.string("x".repeat(500)), PrimType.STRING)).endsWith("x…\"");
    }
}
