package dev.tamias.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a module's function types are to other modules. */
class DefinedTypeTest {

    /** The types of functions that are imported, one for each index. */
    private static List<CoreType.Func> imported(String types, int count, int... indices) {
        BinaryWriter out = new BinaryWriter(64).bytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        byte[] groups = HexFormat.of().parseHex(types.replace(" ", ""));
        out.u8(1).u32(groups.length + 1).u8(count).bytes(groups);
        out.u8(2).u32(1 + 4 * indices.length).u8(indices.length);
        for (int index : indices) {
            out.u8(0).u8(0).u8(0).u8(index);
        }
        return CoreBinary.of(out.toBytes()).imports().stream()
                .map(each -> (CoreType.Func) each.type())
                .toList();
    }

    @Test
    void plain_functions_are_their_parameters_and_results() {
        CoreType.Func type = imported("60027f7e017d", 1, 0).get(0);
        assertThat(type)
                .isEqualTo(
                        new CoreType.Func(
                                List.of(CoreValType.I32, CoreValType.I64),
                                List.of(CoreValType.F32)));
        assertThat(type.definition()).isNull();
    }

    @Test
    void a_type_of_two_modules_is_one_wherever_it_stands() {
        CoreType.Func first = imported("5f017f00 6001640000", 2, 1).get(0);
        CoreType.Func second = imported("600000 5f017f00 6001640100", 3, 2).get(0);
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(first.matches(second)).isTrue();
    }

    @Test
    void types_that_refer_to_other_types_differ() {
        CoreType.Func first = imported("5f017f00 6001640000", 2, 1).get(0);
        CoreType.Func second = imported("5f017e00 6001640000", 2, 1).get(0);
        assertThat(first).isNotEqualTo(second);
        assertThat(first.matches(second)).isFalse();
    }

    @Test
    void a_member_of_a_larger_group_is_a_type_of_its_own() {
        CoreType.Func alone = imported("600000", 1, 0).get(0);
        CoreType.Func member = imported("4e02 600000 600000", 1, 0).get(0);
        CoreType.Func other = imported("4e02 600000 600000", 1, 1).get(0);
        assertThat(member).isNotEqualTo(alone).isNotEqualTo(other);
        assertThat(member.expand()).isEqualTo(alone);
    }

    @Test
    void a_type_that_refers_to_itself_is_not_one_that_refers_to_it() {
        List<CoreType.Func> types = imported("6001640000 6001640000", 2, 0, 1);
        assertThat(types.get(0).params()).isEqualTo(types.get(1).params());
        assertThat(types.get(0)).isNotEqualTo(types.get(1));
    }

    @Test
    void a_function_matches_the_types_that_its_type_extends() {
        String chain = "5000 600000 500100 600000 500101 600000";
        List<CoreType.Func> types = imported(chain, 3, 0, 1, 2);
        assertThat(types.get(2).matches(types.get(0))).isTrue();
        assertThat(types.get(2).matches(imported(chain, 3, 1).get(0))).isTrue();
        assertThat(types.get(0).matches(types.get(2))).isFalse();
        assertThat(types.get(0).matches(types.get(0).expand())).isFalse();
    }

    @Test
    void references_match_as_their_heap_types_do() {
        CoreValType struct = imported("5f00 6001640000", 2, 1).get(0).params().get(0);
        CoreValType nullable = imported("5f00 6001630000", 2, 1).get(0).params().get(0);
        CoreValType any = imported("60016e00", 1, 0).get(0).params().get(0);
        CoreValType none = imported("60017100", 1, 0).get(0).params().get(0);
        assertThat(struct.matches(nullable)).isTrue();
        assertThat(nullable.matches(struct)).isFalse();
        assertThat(struct.matches(any)).isTrue();
        assertThat(none.matches(nullable)).isTrue();
        assertThat(none.matches(struct)).isFalse();
        assertThat(any.matches(CoreValType.FUNCREF)).isFalse();
        assertThat(CoreValType.I32.matches(any)).isFalse();
    }

    @Test
    void a_type_is_written_as_in_the_text_format() {
        assertThat(CoreValType.EXTERNREF).hasToString("externref");
        assertThat(imported("60016e00", 1, 0).get(0)).hasToString("[(ref null any)] -> []");
        assertThat(imported("5f00 6001640000", 2, 1).get(0).toString()).startsWith("[(ref struct ");
    }
}
