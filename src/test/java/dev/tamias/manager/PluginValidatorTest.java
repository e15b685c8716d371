package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.Component;
import dev.tamias.component.type.ExternType;
import dev.tamias.engine.Engine;
import dev.tamias.model.ComponentException;
import dev.tamias.model.Limits;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.WasiSignatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginValidatorTest {

    private static final PluginValidator VALIDATOR = new PluginValidator(SamplePlugins.ENGINE);

    private static Verdict verdict(String name, PluginType type, byte[] wasm) {
        return VALIDATOR.judge(name, type, PluginBinary.of(wasm)).verdict();
    }

    @Test
    void plugins_of_both_types_fit_the_interface_that_is_written_down() {
        for (byte[] each : List.of(SamplePlugins.lines(), SamplePlugins.fields())) {
            Verdict verdict = verdict("sample", PluginType.PARSER, each);
            assertThat(verdict.problems()).isEmpty();
            assertThat(verdict.isValid()).isTrue();
        }
        assertThat(verdict("f", PluginType.BYTE_SOURCE, SamplePlugins.fileSource()).problems())
                .isEmpty();
    }

    @Test
    void all_that_does_not_fit_is_named_at_once_and_nothing_runs() {
        Verdict verdict = verdict("odd", PluginType.BYTE_SOURCE, SamplePlugins.test("wrong-types"));

        assertThat(verdict.info()).isNull();
        assertThat(verdict.errors())
                .extracting(Problem::found)
                .anyMatch(found -> found.contains("is a parser, not a byte source"))
                .anyMatch(found -> found.contains("#get-config-schemas\" is func() -> string"))
                .anyMatch(found -> found.contains("#get-render-options\" is missing"))
                .anyMatch(found -> found.contains("#init\" is func(general-configs: string)"))
                .anyMatch(found -> found.contains("#parse\" is missing"))
                .anyMatch(found -> found.contains("logging@0.1.0#log\" is func(msg: string)"))
                .anyMatch(found -> found.contains("acme:host/clock@1.0.0#now"))
                .hasSize(7);
        assertThat(verdict.errors())
                .allSatisfy(
                        each -> {
                            assertThat(each.expected()).isNotEmpty();
                            assertThat(each.remedy()).isNotEmpty();
                        });
        assertThat(verdict.errors().get(1).expected()).contains("record { id: string");
        assertThatThrownBy(verdict::requireInfo)
                .isInstanceOf(InvalidPlugin.class)
                .hasMessageContainingAll("#parse", "acme:host", "not a byte source");
    }

    @ParameterizedTest
    @CsvSource({
        "core-module, MALFORMED_COMPONENT, core WebAssembly module, component new",
        "no-export, NOT_A_PLUGIN, no plugin, src/main/wit",
        "echo, NOT_A_PLUGIN, no plugin, 0.1.x",
        "other-version, PLUGIN_VERSION, version 0.2.0, 0.1.x",
        "scan-trap, TRAP, trapped while telling what it is, author",
        "scan-settings, LIMIT, 101 configuration items, author"
    })
    void a_binary_is_refused_with_what_to_do(
            String name, Trouble trouble, String found, String remedy) {
        Verdict verdict = verdict(name, PluginType.PARSER, SamplePlugins.test(name));

        assertThat(verdict.isValid()).isFalse();
        assertThat(verdict.errors())
                .anySatisfy(
                        each -> {
                            assertThat(each.trouble()).isEqualTo(trouble);
                            assertThat(each.found()).contains(found, name);
                            assertThat(each.remedy()).contains(remedy);
                        });
    }

    @Test
    void what_is_no_webassembly_is_refused() {
        byte[] text = "these are notes".getBytes(StandardCharsets.UTF_8);

        assertThat(verdict("notes", PluginType.PARSER, text).errors())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.trouble()).isEqualTo(Trouble.MALFORMED_COMPONENT);
                            assertThat(each.remedy()).contains("again");
                        });
        assertThat(verdict("empty", PluginType.PARSER, new byte[0]).errors()).hasSize(1);
    }

    @Test
    void the_network_that_a_plugin_does_not_get_is_a_warning() {
        Verdict verdict = verdict("net", PluginType.PARSER, SamplePlugins.test("sockets"));

        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.problems())
                .isNotEmpty()
                .allMatch(each -> !each.isError())
                .anyMatch(
                        each ->
                                each.found()
                                        .contains(
                                                "imports functions of"
                                                        + " \"wasi:sockets/tcp-create-socket@0.2.9\""));
    }

    @Test
    void a_plugin_that_loops_is_stopped_and_that_is_no_verdict() {
        Limits brief = Limits.defaults().withCallTime(Duration.ofMillis(100));
        try (Engine engine = Engine.builder().limits(brief).build()) {
            PluginBinary loop = PluginBinary.of(SamplePlugins.test("scan-loop"));

            assertThatThrownBy(
                            () ->
                                    new PluginValidator(engine)
                                            .judge("loop", PluginType.PARSER, loop))
                    .isInstanceOfSatisfying(
                            TamiasException.class,
                            e -> assertThat(e.trouble()).isEqualTo(Trouble.LIMIT));
        }
    }

    @Test
    void imports_of_wasi_are_held_against_its_types() throws IOException {
        byte[] wasm = Files.readAllBytes(Path.of("src/test/resources/components/wasi-types.wasm"));

        Verdict verdict = verdict("odd", PluginType.PARSER, wasm);

        assertThat(verdict.errors())
                .filteredOn(each -> each.trouble() == Trouble.CONTRACT)
                .extracting(Problem::sentence)
                .anyMatch(
                        sentence ->
                                sentence.contains(
                                        "wasi:random/random@0.2.0#get-random-u64\" is func() ->"
                                                + " u32; expected: func() -> u64"))
                .anyMatch(
                        sentence ->
                                sentence.contains(
                                        "expected: func() -> list<tuple<string, string>>"))
                .anyMatch(sentence -> sentence.contains("wasi:clocks/monotonic-clock@0.2.0#now"))
                .hasSize(3);
    }

    @Test
    void what_toolchains_import_of_wasi_has_its_types() throws IOException {
        int functions = 0;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".wasm")).toList()) {
                byte[] wasm = Files.readAllBytes(file);
                if (file.toString().contains("wasi-types") || wasm.length < 8 || wasm[6] == 0) {
                    continue;
                }
                for (var each : imports(wasm).entrySet()) {
                    if (each.getValue() instanceof ExternType.Instance instance) {
                        for (var export : instance.type().exports().entrySet()) {
                            if (export.getValue() instanceof ExternType.Func func) {
                                functions++;
                                assertThat(
                                                WasiSignatures.otherThan(
                                                        each.getKey(),
                                                        export.getKey(),
                                                        func.type()))
                                        .as("%s: %s#%s", file, each.getKey(), export.getKey())
                                        .isEmpty();
                            }
                        }
                    }
                }
            }
        }
        assertThat(functions).isGreaterThan(500);
    }

    private static Map<String, ExternType> imports(byte[] wasm) {
        try {
            return Component.of(SamplePlugins.ENGINE, wasm).imports();
        } catch (ComponentException e) {
            return Map.of();
        }
    }
}
