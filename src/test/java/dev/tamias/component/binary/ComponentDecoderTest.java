package dev.tamias.component.binary;

import static dev.tamias.component.binary.ComponentBytes.ALIAS;
import static dev.tamias.component.binary.ComponentBytes.CANON;
import static dev.tamias.component.binary.ComponentBytes.COMPONENT;
import static dev.tamias.component.binary.ComponentBytes.CORE_INSTANCE;
import static dev.tamias.component.binary.ComponentBytes.CORE_MODULE;
import static dev.tamias.component.binary.ComponentBytes.EXPORT;
import static dev.tamias.component.binary.ComponentBytes.IMPORT;
import static dev.tamias.component.binary.ComponentBytes.TYPE;
import static dev.tamias.component.binary.ComponentBytes.component;
import static dev.tamias.component.binary.ComponentBytes.coreModule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.ResultType;
import dev.tamias.model.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentDecoderTest {

    /** A core module that exports {@code f}, of type [] -> [i32]. */
    private static final byte[] ANSWER =
            coreModule()
                    .section(1, 1, 0x60, 0, 1, 0x7f)
                    .section(3, 1, 0)
                    .section(7, 1, "f", 0, 0)
                    .section(10, 1, 4, 0, 0x41, 42, 0x0b)
                    .bytes();

    /** A component with {@link #ANSWER}'s function as core function 0. */
    private static ComponentBytes withAnswer() {
        return component()
                .section(CORE_MODULE, ANSWER)
                .section(CORE_INSTANCE, 1, 0x00, 0, 0)
                .section(ALIAS, 1, 0x00, 0x00, 0x01, 0, "f");
    }

    static List<Path> realComponents() {
        return RealComponents.all();
    }

    @ParameterizedTest
    @MethodSource("realComponents")
    void decodes_real_components(Path file) {
        ComponentBinary component = ComponentDecoder.decode(RealComponents.read(file));

        assertThat(component.definitions()).isNotEmpty();
        assertThat(component.type().exports()).isNotEmpty();
        assertThat(component.type().exports().values())
                .allMatch(each -> each instanceof ExternType.Instance);
    }

    @Test
    void resolves_the_types_of_a_real_parser() {
        ComponentBinary lines = ComponentDecoder.decode(RealComponents.read(RealComponents.LINES));

        ExternType parser = lines.type().exports().get("chipmunk:parser/parser@0.1.0");
        assertThat(parser).isInstanceOf(ExternType.Instance.class);
        Map<String, ExternType> exports = ((ExternType.Instance) parser).type().exports();
        assertThat(exports.get("parse")).isInstanceOf(ExternType.Func.class);
        FuncType parse = ((ExternType.Func) exports.get("parse")).type();
        assertThat(parse.params().get(0).type()).hasToString("list<u8>");
        assertThat(parse.params().get(1).type()).hasToString("option<u64>");
        assertThat(parse.result()).isInstanceOf(ResultType.class);
        assertThat(lines.definitions())
                .filteredOn(each -> each instanceof Definition.CoreModule)
                .isNotEmpty();
    }

    @Test
    void lifts_a_core_function() {
        byte[] bytes =
                withAnswer()
                        .section(TYPE, 1, 0x40, 0, 0x00, 0x79)
                        .section(CANON, 1, 0x00, 0x00, 0, 0, 0)
                        .section(EXPORT, 1, 0x00, "answer", 0x01, 0, 0x00)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        FuncType type = new FuncType(List.of(), PrimType.U32);
        assertThat(component.type().exports()).containsEntry("answer", new ExternType.Func(type));
        assertThat(component.definitions().get(1))
                .isEqualTo(new Definition.CoreInstantiate(0, Map.of()));
        assertThat(component.definitions().get(2))
                .isEqualTo(new Definition.AliasCoreExport(CoreSort.FUNC, 0, "f"));
        assertThat(component.definitions().get(4))
                .isEqualTo(
                        new Definition.Export(
                                "answer",
                                new Definition.Item(Sort.FUNC, 0, null),
                                new ExternType.Func(type)));
    }

    @Test
    void tells_a_core_module_from_a_component() {
        byte[] bytes = RealComponents.read(RealComponents.CORE_MODULE);

        assertThatExceptionOfType(MalformedComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("this is a core WebAssembly module, not a component");
    }

    @Test
    void names_section_and_offset_where_an_index_is_unknown() {
        byte[] bytes = component().section(EXPORT, 1, 0x00, "f", 0x01, 7, 0x00).bytes();

        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("unknown function 7")
                .satisfies(
                        e -> {
                            assertThat(e.offset()).isEqualTo(15);
                            assertThat(e.section()).isEqualTo("export section");
                            assertThat(e.trouble()).isEqualTo(Trouble.INVALID_COMPONENT);
                        });
    }

    @Test
    void refuses_a_lift_of_a_core_function_of_another_type() {
        byte[] bytes =
                withAnswer()
                        .section(TYPE, 1, 0x40, 0, 0x00, 0x77)
                        .section(CANON, 1, 0x00, 0x00, 0, 0, 0)
                        .bytes();

        assertInvalid(bytes, "needs type [] -> [i64], and is of type [] -> [i32]");
    }

    @Test
    void refuses_a_lift_of_a_string_without_a_memory() {
        byte[] bytes =
                withAnswer()
                        .section(TYPE, 1, 0x40, 0, 0x00, 0x73)
                        .section(CANON, 1, 0x00, 0x00, 0, 0, 0)
                        .bytes();

        assertInvalid(bytes, "a memory is needed and not given");
    }

    @Test
    void refuses_bytes_left_over_in_a_section() {
        byte[] bytes = component().section(TYPE, 1, 0x73, 0x00).bytes();

        assertThatExceptionOfType(MalformedComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("1 bytes are left over");
    }

    @Test
    void places_a_fault_within_a_core_module_in_the_whole_file() {
        byte[] module = coreModule().section(1, 1, 0x60, 1, 0x01, 0).bytes();
        byte[] bytes = component().section(CORE_MODULE, module).bytes();

        assertThatExceptionOfType(MalformedComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(23))
                .withMessageContaining("core module section");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 0x66, stream",
        "7, 0x65, future",
        "7, 0x64, error-context",
        "7, 0x67, fixed length",
        "7, 0x63, map",
        "7, 0x43, async",
        "8, 0x05, asynchronous",
        "8, 0x27, threads",
        "9, 0x00, start function",
        "12, 0x00, value definition"
    })
    void refuses_later_features_by_name(int section, int opcode, String feature) {
        byte[] bytes = component().section(section, 1, opcode, 0x00, 0x00).bytes();

        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining(feature)
                .satisfies(e -> assertThat(e.trouble()).isEqualTo(Trouble.UNSUPPORTED_FEATURE));
    }

    @Test
    void refuses_two_imports_with_names_too_much_alike() {
        byte[] bytes =
                component()
                        .section(TYPE, 1, 0x40, 0, 0x01, 0x00)
                        .section(IMPORT, 2, 0x00, "a-b", 0x01, 0, 0x00, "A-b", 0x01, 0)
                        .bytes();

        assertInvalid(bytes, "import name \"A-b\" conflicts");
    }

    @Test
    void refuses_components_nested_too_deep() {
        byte[] bytes = component().bytes();
        for (int i = 0; i < DecodeLimits.DEFAULTS.nesting(); i++) {
            bytes = component().section(COMPONENT, bytes).bytes();
        }

        assertInvalid(bytes, "nested deeper than 100 levels");
    }

    @Test
    void refuses_value_types_nested_too_deep() {
        int count = DecodeLimits.DEFAULTS.typeDepth();
        Object[] definitions = new Object[2 + 2 * count];
        definitions[0] = ComponentBytes.number(count + 1);
        definitions[1] = 0x7d;
        for (int i = 0; i < count; i++) {
            definitions[2 + 2 * i] = 0x70;
            definitions[3 + 2 * i] =
                    ComponentBytes.of(i < 64 ? i : 0x80 | i, i < 64 ? new byte[0] : 0);
        }
        byte[] bytes = component().section(TYPE, definitions).bytes();

        assertInvalid(bytes, "nested deeper than 100 levels");
    }

    @Test
    void refuses_a_type_that_is_huge_when_written_out() {
        Object[] definitions = new Object[1 + 40];
        definitions[0] = 40;
        definitions[1] = 0x7d;
        for (int i = 1; i < 40; i++) {
            definitions[1 + i] = ComponentBytes.of(0x6f, 2, i - 1, i - 1);
        }
        byte[] bytes = component().section(TYPE, definitions).bytes();

        assertInvalid(bytes, "more than 1000000 parts");
    }

    private static void assertInvalid(byte[] bytes, String sentence) {
        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining(sentence);
    }
}
