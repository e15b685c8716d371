package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.engine.binary.CoreValType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreConstTest {

    private static final String LANES =
            "{'type':'v128','lane_type':'i16','value':['1','-1','0','0','0','0','0','2']}";

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static CoreValType type(String name) {
        return CoreValType.values().stream()
                .filter(type -> type.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "i32, -1, 4294967295",
        "i64, -5, -5",
        "i64, 18446744073709551615, -1",
        "f32, 2147483648, 2147483648",
        "f64, 9223372036854775808, -9223372036854775808",
        "externref, 7, 7",
        "externref, null, -1"
    })
    void a_value_is_decoded(String name, String value, long bits) throws Exception {
        JsonNode node = json("{'type':'" + name + "','value':'" + value + "'}");
        CoreValType type = type(name);

        assertThat(CoreConst.decode(node, type)).containsExactly(bits);
        assertThat(CoreConst.matches(node, type, new long[] {bits})).isTrue();
        assertThat(CoreConst.matches(node, type, new long[] {bits ^ 1})).isFalse();
    }

    @Test
    void a_value_of_another_type_is_refused() throws Exception {
        JsonNode node = json("{'type':'i64','value':'1'}");

        assertThatThrownBy(() -> CoreConst.decode(node, CoreValType.I32))
                .hasMessageContaining("a value of type i32 is expected");
        assertThat(CoreConst.matches(node, CoreValType.I32, new long[] {1})).isFalse();
    }

    /** An i32 is the low half, whatever the upper half holds. */
    @Test
    void the_upper_half_of_an_i32_does_not_matter() throws Exception {
        JsonNode node = json("{'type':'i32','value':'-1'}");

        assertThat(CoreConst.matches(node, CoreValType.I32, new long[] {0xffffffffL})).isTrue();
        assertThat(CoreConst.matches(node, CoreValType.I32, new long[] {-1})).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "nan:canonical, 7fc00000, true",
        "nan:canonical, ffc00000, true",
        "nan:canonical, 7fc00001, false",
        "nan:arithmetic, 7fc00001, true",
        "nan:arithmetic, ffffffff, true",
        "nan:arithmetic, 7f800001, false",
        "nan:arithmetic, 7f800000, false"
    })
    void patterns_of_not_a_number_match(String pattern, String bits, boolean match)
            throws Exception {
        long narrow = Long.parseLong(bits, 16);
        // The same sign, exponent and payload bits, as far up as they go in 64 bits.
        long wide = (narrow >>> 31) << 63 | 0x7ff0000000000000L | (narrow & 0x7fffff) << 29;
        JsonNode f32 = json("{'type':'f32','value':'" + pattern + "'}");
        JsonNode f64 = json("{'type':'f64','value':'" + pattern + "'}");

        assertThat(CoreConst.matches(f32, CoreValType.F32, new long[] {narrow})).isEqualTo(match);
        assertThat(CoreConst.matches(f64, CoreValType.F64, new long[] {wide})).isEqualTo(match);
    }

    @Test
    void the_lanes_of_a_vector_are_laid_out_from_the_lowest() throws Exception {
        long[] bits = {0xffff_0001L, 0x0002_0000_0000_0000L};

        assertThat(CoreConst.decode(json(LANES), CoreValType.V128)).isEqualTo(bits);
        assertThat(CoreConst.matches(json(LANES), CoreValType.V128, bits)).isTrue();
        bits[1]++;
        assertThat(CoreConst.matches(json(LANES), CoreValType.V128, bits)).isFalse();
    }

    @Test
    void lanes_of_floats_match_by_pattern() throws Exception {
        JsonNode node =
                json(
                        "{'type':'v128','lane_type':'f32',"
                                + "'value':['nan:canonical','0','nan:arithmetic','1065353216']}");
        long[] bits = {0x00000000_ffc00000L, 0x3f800000_7fc00001L};

        assertThat(CoreConst.matches(node, CoreValType.V128, bits)).isTrue();
        bits[0] = 1;
        assertThat(CoreConst.matches(node, CoreValType.V128, bits)).isFalse();
    }

    @Test
    void one_of_several_values_is_enough() throws Exception {
        JsonNode node =
                json(
                        "{'type':'either','values':[{'type':'i32','value':'1'},"
                                + "{'type':'i32','value':'2'}]}");

        assertThat(CoreConst.matches(node, CoreValType.I32, new long[] {2})).isTrue();
        assertThat(CoreConst.matches(node, CoreValType.I32, new long[] {3})).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "{'type':'refnull'}, funcref, -1, true",
        "{'type':'refnull'}, funcref, 0, false",
        "{'type':'nullfuncref'}, funcref, -1, true",
        "{'type':'funcref'}, funcref, 3, true",
        "{'type':'funcref'}, funcref, -1, false",
        "{'type':'externref'}, funcref, 3, false",
        "{'type':'externref'}, externref, 3, true"
    })
    void references_match_by_kind(String text, String type, long bits, boolean match)
            throws Exception {
        String node = text.replace('\'', '"');

        assertThat(CoreConst.matches(json(node), type(type), new long[] {bits})).isEqualTo(match);
    }
}
