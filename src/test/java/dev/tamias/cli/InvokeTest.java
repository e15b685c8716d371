package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Linker;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeTest {

    private static final String VALUES = "src/test/resources/wast/values/spec.0.wasm";
    private static final String COUNTER = "src/test/resources/wast/commands/spec.0.wasm";
    private static final String LINES =
            "src/main/resources/dev/tamias/plugins/parsers/lines/lines.wasm";

    @Test
    void a_result_is_one_line_of_json() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("invoke", VALUES, "string", "[]");

        assertThat(ended)
                .isEqualTo(
                        new TamiasProcess.Ended(
                                0, "{\"type\":\"string\",\"value\":\"grün\"}\n", ""));
    }

    @Test
    void a_function_of_an_instance_is_found() throws Exception {
        TamiasProcess.Ended ended =
                TamiasProcess.run("invoke", LINES, "chipmunk:parser/parser#get-version", "[]");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).startsWith("{\"type\":\"record\",\"value\":[[\"major\",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chipmunk:parser/parser@0.1.0#get-version",
                "chipmunk:parser/parser@0.1.7#get-version",
                "chipmunk:parser/parser#get-version"
            })
    void a_version_may_be_exact_or_compatible_or_missing(String name) throws IOException {
        Component component = Component.of(Engine.shared(), Files.readAllBytes(Path.of(LINES)));
        Linker linker = new Linker(Engine.shared()).defineUnknownImportsAsTraps(component);

        Func func = ExportedFunc.find(linker.instantiate(component), name);

        assertThat(func.type())
                .hasToString("func() -> record { major: u16, minor: u16, patch: u16 }");
    }

    @Test
    void a_trap_is_said_and_is_one() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("invoke", COUNTER, "fail", "[]");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("tamias: ").contains("docs/troubleshooting.md#trap");
    }
}
