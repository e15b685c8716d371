package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The relation between what is given and what is asked for, on types made by hand. */
class LinkMatchingTest {

    private static @Nullable String mismatch(AnyType given, AnyType wanted) {
        return LinkMatching.mismatch(
                new TypeItem(given, ResourceScope.host()),
                new ExternType.Type(new TypeBound.Equal(wanted)),
                ResourceScope.host(),
                new LinkWork());
    }

    private static @Nullable String mismatch(ValType given, ValType wanted) {
        return mismatch(new AnyType.Value(given), new AnyType.Value(wanted));
    }

    private static ValType record(String field, ValType type) {
        return new RecordType(List.of(new RecordType.Field(field, type)));
    }

    private static ValType variant(String name, @Nullable ValType payload) {
        return new VariantType(List.of(new VariantType.Case(name, payload)));
    }

    static List<List<ValType>> different() {
        PrimType u8 = PrimType.U8;
        PrimType s8 = PrimType.S8;
        return List.of(
                List.of(u8, s8),
                List.of(u8, new OptionType(u8)),
                List.of(new ListType(u8), new ListType(s8)),
                List.of(new OptionType(u8), new OptionType(s8)),
                List.of(new ResultType(u8, null), new ResultType(null, u8)),
                List.of(new ResultType(u8, s8), new ResultType(u8, u8)),
                List.of(new TupleType(List.of(u8)), new TupleType(List.of(u8, u8))),
                List.of(record("a", u8), record("b", u8)),
                List.of(record("a", u8), record("a", s8)),
                List.of(variant("a", u8), variant("b", u8)),
                List.of(variant("a", u8), variant("a", s8)),
                List.of(variant("a", u8), variant("a", null)));
    }

    @ParameterizedTest
    @MethodSource("different")
    void value_types_are_equal_or_do_not_match(List<ValType> pair) {
        assertThat(mismatch(pair.get(0), pair.get(1))).isEqualTo("another type is given");
        assertThat(mismatch(pair.get(1), pair.get(0))).isEqualTo("another type is given");
        assertThat(mismatch(pair.get(0), pair.get(0))).isNull();
        assertThat(mismatch(record("r", pair.get(0)), record("r", pair.get(1)))).isNotNull();
    }

    private static AnyType exporting(String name, ExternType type) {
        return new AnyType.Instance(new InstanceType(Map.of(name, type)));
    }

    @Test
    void an_instance_type_that_is_to_be_equal_may_not_export_more() {
        ExternType func = new ExternType.Func(new FuncType(List.of(), null));
        AnyType one = exporting("a", func);
        AnyType two = new AnyType.Instance(new InstanceType(Map.of("a", func, "b", func)));
        assertThat(mismatch(one, exporting("a", func))).isNull();
        assertThat(mismatch(one, two)).isNotNull();
        assertThat(mismatch(two, one)).isNotNull();
    }

    private static AnyType nested(int levels) {
        AnyType type = new AnyType.Instance(new InstanceType(Map.of()));
        for (int i = 0; i < levels; i++) {
            type = exporting("t", new ExternType.Type(new TypeBound.Equal(type)));
        }
        return type;
    }

    @Test
    void types_that_take_too_long_to_compare_are_refused() {
        assertThat(mismatch(nested(10), nested(10))).isNull();
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> mismatch(nested(60), nested(60)))
                .withMessageContaining("steps to compare");
    }

    private static ValType doubled(int times) {
        ValType type = PrimType.U8;
        for (int i = 0; i < times; i++) {
            type = new TupleType(List.of(type, type));
        }
        return type;
    }

    @Test
    void a_part_that_is_shared_is_compared_once() {
        assertThat(mismatch(doubled(60), doubled(60))).isNull();
        assertThat(mismatch(doubled(60), doubled(59))).isNotNull();
    }
}
