package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValEncodingTest {

    private static final EnumType COLOR = new EnumType(List.of("red", "green"));
    private static final FlagsType MODES = new FlagsType(List.of("read", "write", "run"));
    private static final RecordType PAIR =
            new RecordType(
                    List.of(
                            new RecordType.Field("left", PrimType.U8),
                            new RecordType.Field("right", PrimType.STRING)));
    private static final VariantType CHOICE =
            new VariantType(
                    List.of(
                            new VariantType.Case("nothing", null),
                            new VariantType.Case("number", PrimType.S32)));
    private static final OptionType NESTED = new OptionType(new OptionType(PrimType.BOOL));
    private static final ResultType PLAIN = new ResultType(null, PrimType.U32);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(PrimType.BOOL, new Val.Bool(true), "bool", "true"),
                Arguments.of(PrimType.S8, new Val.S8((byte) -128), "s8", "'-128'"),
                Arguments.of(PrimType.U8, new Val.U8((short) 255), "u8", "'255'"),
                Arguments.of(PrimType.S16, new Val.S16((short) -1), "s16", "'-1'"),
                Arguments.of(PrimType.U16, new Val.U16(65535), "u16", "'65535'"),
                Arguments.of(PrimType.S32, new Val.S32(-7), "s32", "'-7'"),
                Arguments.of(PrimType.U32, new Val.U32(4294967295L), "u32", "'4294967295'"),
                Arguments.of(
                        PrimType.S64, new Val.S64(Long.MIN_VALUE), "s64", "'-9223372036854775808'"),
                Arguments.of(PrimType.U64, new Val.U64(-1), "u64", "'18446744073709551615'"),
                Arguments.of(PrimType.F32, new Val.F32(5), "f32", "'1084227584'"),
                Arguments.of(PrimType.F32, new Val.F32(-0f), "f32", "'2147483648'"),
                Arguments.of(PrimType.F32, new Val.F32(Float.NaN), "f32", "'2143289344'"),
                Arguments.of(PrimType.F64, new Val.F64(-2), "f64", "'13835058055282163712'"),
                Arguments.of(PrimType.CHAR, new Val.Char(0x1f43f), "char", "'\uD83D\uDC3F'"),
                Arguments.of(PrimType.CHAR, new Val.Char('"'), "char", "'\\\"'"),
                Arguments.of(PrimType.STRING, new Val.Str("a\tü"), "string", "'a\\tü'"),
                Arguments.of(
                        new ListType(PrimType.U8),
                        new Val.Bytes(new byte[] {1, -1}),
                        "list",
                        "[{'type':'u8','value':'1'},{'type':'u8','value':'255'}]"),
                Arguments.of(
                        new ListType(PrimType.STRING), new Val.ListOf(List.of()), "list", "[]"),
                Arguments.of(
                        PAIR,
                        new Val.Record(List.of(new Val.U8((short) 1), new Val.Str("x"))),
                        "record",
                        "[['left',{'type':'u8','value':'1'}],"
                                + "['right',{'type':'string','value':'x'}]]"),
                Arguments.of(
                        new TupleType(List.of(PrimType.BOOL, COLOR)),
                        new Val.Tuple(List.of(new Val.Bool(false), new Val.EnumCase(1))),
                        "tuple",
                        "[{'type':'bool','value':false},{'type':'enum','value':'green'}]"),
                Arguments.of(MODES, new Val.Flags(0b101), "flags", "['read','run']"),
                Arguments.of(COLOR, new Val.EnumCase(0), "enum", "'red'"),
                Arguments.of(NESTED, Val.Option.NONE, "option", "null"),
                Arguments.of(
                        NESTED,
                        new Val.Option(Val.Option.NONE),
                        "option",
                        "{'type':'option','value':null}"),
                Arguments.of(
                        CHOICE,
                        new Val.Variant(0, null),
                        "variant",
                        "{'case':'nothing','payload':null}"),
                Arguments.of(
                        CHOICE,
                        new Val.Variant(1, new Val.S32(3)),
                        "variant",
                        "{'case':'number','payload':{'type':'s32','value':'3'}}"),
                Arguments.of(PLAIN, Val.Result.ok(null), "result", "{'Ok':null}"),
                Arguments.of(
                        PLAIN,
                        Val.Result.err(new Val.U32(4)),
                        "result",
                        "{'Err':{'type':'u32','value':'4'}}"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_encoded(ValType type, Val value, String name, String json) throws Exception {
        assertThat(ValEncoder.encode(value, type))
                .hasToString(json("{'type':'" + name + "','value':" + json + "}").toString());
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_decoded(ValType type, Val value, String name, String json) throws Exception {
        JsonNode node = json("{'type':'" + name + "','value':" + json + "}");

        assertThat(ValDecoder.decode(node, type)).isEqualTo(value);
    }

    @Test
    void nothing_is_null() {
        assertThat(ValEncoder.encode(null, null).toString()).isEqualTo("null");
    }

    @Test
    void a_list_of_bytes_may_be_a_list_of_values() {
        Val list = new Val.ListOf(List.of(new Val.U8((short) 9)));

        assertThat(ValEncoder.encode(list, new ListType(PrimType.U8)).toString())
                .isEqualTo("{\"type\":\"list\",\"value\":[{\"type\":\"u8\",\"value\":\"9\"}]}");
    }

    @Test
    void a_handle_is_shown_by_its_resource_type() {
        ResourceType type = ResourceType.host("file", rep -> {});
        Val handle = new Val.Handle(Resource.own(type, 3));

        assertThat(ValEncoder.encode(handle, new OwnType(new ResourceId(0, "file"))).toString())
                .isEqualTo("{\"type\":\"own\",\"value\":\"file\"}");
    }

    static Stream<Arguments> lenient() {
        return Stream.of(
                Arguments.of(PrimType.U8, "{'type':'u8','value':7}", new Val.U8((short) 7)),
                Arguments.of(
                        CHOICE,
                        "{'type':'variant','value':{'case':'nothing'}}",
                        new Val.Variant(0, null)),
                Arguments.of(
                        PAIR,
                        "{'type':'record','value':[['right',{'type':'string','value':'x'}],"
                                + "['left',{'type':'u8','value':'1'}]]}",
                        new Val.Record(List.of(new Val.U8((short) 1), new Val.Str("x")))));
    }

    @ParameterizedTest
    @MethodSource("lenient")
    void other_ways_to_write_a_value_are_read(ValType type, String text, Val value)
            throws Exception {
        assertThat(ValDecoder.decode(json(text), type)).isEqualTo(value);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(PrimType.U32, "{'type':'s32','value':'1'}"),
                Arguments.of(PrimType.U32, "{'value':'1'}"),
                Arguments.of(PrimType.U32, "7"),
                Arguments.of(PrimType.U8, "{'type':'u8','value':'256'}"),
                Arguments.of(PrimType.U8, "{'type':'u8','value':'-1'}"),
                Arguments.of(PrimType.S8, "{'type':'s8','value':'128'}"),
                Arguments.of(PrimType.S8, "{'type':'s8','value':'-129'}"),
                Arguments.of(PrimType.U64, "{'type':'u64','value':'18446744073709551616'}"),
                Arguments.of(PrimType.U32, "{'type':'u32','value':1.5}"),
                Arguments.of(PrimType.U32, "{'type':'u32','value':'0x1'}"),
                Arguments.of(PrimType.BOOL, "{'type':'bool','value':'true'}"),
                Arguments.of(PrimType.CHAR, "{'type':'char','value':'ab'}"),
                Arguments.of(PrimType.CHAR, "{'type':'char','value':''}"),
                Arguments.of(PrimType.STRING, "{'type':'string','value':null}"),
                Arguments.of(new ListType(PrimType.U8), "{'type':'list','value':'ab'}"),
                Arguments.of(PAIR, "{'type':'record','value':[]}"),
                Arguments.of(PAIR, "{'type':'record','value':[['left'],['right']]}"),
                Arguments.of(
                        PAIR,
                        "{'type':'record','value':[['left',{'type':'u8','value':'1'}],"
                                + "['left',{'type':'u8','value':'1'}]]}"),
                Arguments.of(new TupleType(List.of()), "{'type':'tuple','value':[1]}"),
                Arguments.of(MODES, "{'type':'flags','value':['fly']}"),
                Arguments.of(COLOR, "{'type':'enum','value':'blue'}"),
                Arguments.of(COLOR, "{'type':'enum','value':0}"),
                Arguments.of(CHOICE, "{'type':'variant','value':{'case':'number'}}"),
                Arguments.of(
                        CHOICE,
                        "{'type':'variant','value':{'case':'nothing',"
                                + "'payload':{'type':'s32','value':'3'}}}"),
                Arguments.of(PLAIN, "{'type':'result','value':{}}"),
                Arguments.of(PLAIN, "{'type':'result','value':{'Ok':null,'Err':null}}"),
                Arguments.of(PLAIN, "{'type':'result','value':{'Err':null}}"),
                Arguments.of(
                        new OwnType(new ResourceId(0, "file")), "{'type':'own','value':'file'}"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_no_value_of_the_type_is_said(ValType type, String text) throws Exception {
        JsonNode node = json(text);

        assertThatThrownBy(() -> ValDecoder.decode(node, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" is expected");
    }
}
