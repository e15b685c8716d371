package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.Plugins;
import dev.tamias.component.Component;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.model.PluginType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static List<String> lines(ValType type) {
        return Layout.of(type).toString().lines().skip(1).toList();
    }

    @Test
    void fields_lie_one_after_the_other_each_at_its_alignment() {
        ValType type =
                new RecordType(
                        List.of(
                                new RecordType.Field("flag", PrimType.BOOL),
                                new RecordType.Field("text", PrimType.STRING),
                                new RecordType.Field("level", new EnumType(List.of("low", "high"))),
                                new RecordType.Field("time", PrimType.U64)));
        assertThat(lines(type))
                .containsExactly(
                        "     0    24  record",
                        "     0     1    flag: bool",
                        "     4     8    text: string: address, bytes",
                        "    12     1    level: enum: 0 low, 1 high",
                        "    16     8    time: u64");
        assertThat(Layout.of(type).alignment()).isEqualTo(8);
    }

    @Test
    void payloads_share_one_place_behind_the_number_of_their_case() {
        ValType type =
                new ResultType(
                        new TupleType(List.of(PrimType.U8, new ListType(PrimType.U8))),
                        new OptionType(PrimType.S64));
        assertThat(lines(type))
                .containsExactly(
                        "     0    24  result: 0 ok, 1 err",
                        "     8    12    ok: tuple",
                        "     8     1      0: u8",
                        "    12     8      1: list: address, length; of u8",
                        "     8    16    err: option: 0 none, 1 some",
                        "    16     8      some: s64");
    }

    @Test
    void an_item_of_a_parser_has_96_bytes() {
        Component component = Plugins.scan().plugin(PluginType.PARSER, "fields").component();
        String parser = "chipmunk:parser/parser@0.1.0";
        ValType item = component.valType(parser, "parse-return").orElseThrow();
        ResultType result = (ResultType) component.funcType(parser, "parse").orElseThrow().result();
        assertThat(result).extracting(ResultType::ok).isEqualTo(new ListType(item));
        assertThat(component.valType(parser, "parse")).isEmpty();
        assertThat(component.funcType(parser, "parse-return")).isEmpty();
        assertThat(component.funcType("nothing", "parse")).isEmpty();
        assertThat(Layout.of(item).size()).isEqualTo(96);
        assertThat(lines(item))
                .startsWith(
                        "     0    96  record",
                        "     0    88    value: option: 0 none, 1 some",
                        "     8    80      some: variant: 0 message, 1 attachment, 2 message-and-attachment",
                        "    16    12        message: variant: 0 line, 1 columns",
                        "    20     8          line: string: address, bytes")
                .endsWith("    88     8    consumed: u64");
    }
}
