package dev.tamias.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.check.CheckReport;
import dev.tamias.check.PluginCheck;
import dev.tamias.component.Component;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Preview1;
import dev.tamias.engine.Unlinkable;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs the tool runs where it is installed ({@code kernel/tamias workshop}). */
class WorkshopTest {

    private static final String ANSWER =
            "(module (func (export \"answer\") (result i32) i32.const 42))";
    private static final String NOW =
            """
            (module
              (import "wasi_snapshot_preview1" "clock_time_get"
                (func $time (param i32 i64 i32) (result i32)))
              (memory (export "memory") 1)
              (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
                ;; Whole pages, each time new ones; the adapter keeps its stack in one.
                (local.get 3) (i32.shr_u (i32.const 16)) (i32.add (i32.const 1))
                (memory.grow) (i32.shl (i32.const 16)))
              (func (export "now") (result i64)
                (if (call $time (i32.const 0) (i64.const 1) (i32.const 16)) (then unreachable))
                (i64.load (i32.const 16))))
            """;
    private static final String WIT = "package a:b; world w { export answer: func() -> u32; }";
    private static final Path PLUGINS = Path.of("src/test/resources/plugins");

    private static Workshop workshop() {
        assumeTrue(
                Files.exists(ToolFiles.installed().directory().resolve("wasm-tools.core.wasm")),
                "the workshop is not installed");
        return Workshop.open();
    }

    @Test
    void a_missing_workshop_names_the_command(@TempDir Path empty) {
        assertThatThrownBy(() -> Workshop.open(empty))
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.WORKSHOP))
                .hasMessageContaining("kernel/tamias workshop");
    }

    @Test
    void another_file_than_the_one_that_is_meant_is_refused(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("wasm-tools.core.wasm"), new byte[] {0, 'a', 's', 'm'});
        assertThatThrownBy(() -> Workshop.open(folder))
                .hasMessageContaining("another file than the one that is meant");
    }

    @Test
    void a_folder_of_wit_becomes_one_text_with_its_packages_in_braces() {
        String text = WitFolder.text(Path.of("src/main/wit"));
        assertThat(text)
                .containsSubsequence(
                        "package tamias:wit@0.1.0;",
                        "package chipmunk:bytesource@0.1.0 {",
                        "world bytesource",
                        "package chipmunk:parser@0.1.0 {",
                        "interface parse-types",
                        "package chipmunk:shared@0.1.0 {");
    }

    @Test
    void a_folder_without_a_package_is_refused(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> WitFolder.text(folder)).hasMessageContaining("says the package");
        assertThatThrownBy(() -> WitFolder.text(folder.resolve("missing")))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_core_module_becomes_a_parser_by_the_folder_of_wit() throws Exception {
        Workshop workshop = workshop();
        byte[] core = workshop.parse(Files.readString(Path.of("notebooks/course/first.wat")));
        Path wit = Path.of("src/main/wit");
        byte[] parser = workshop.componentNew(workshop.embed(core, wit, "chipmunk:parser/parse"));
        assertThat(parser).isEqualTo(Files.readAllBytes(Path.of("notebooks/course/first.wasm")));
        Component component = Component.of(Engine.shared(), parser);
        assertThat(component.exports()).containsOnlyKeys("chipmunk:parser/parser@0.1.0");
        assertThat(component.modules()).isNotEmpty();
        assertThat(component.world()).contains("export chipmunk:parser/parser@0.1.0: instance {");
    }

    @Test
    void the_notebook_shows_the_parser_of_the_course() throws Exception {
        Path notebook = Path.of("notebooks/10-the-first-parser.ipynb");
        String shown =
                new ObjectMapper()
                        .readTree(notebook.toFile()).findValues("source").stream()
                                .map(lines -> String.join("", texts(lines)))
                                .filter(source -> source.startsWith("String wat ="))
                                .findFirst()
                                .orElseThrow();
        assertThat(shown).contains(Files.readString(Path.of("notebooks/course/first.wat")));
    }

    private static List<String> texts(JsonNode lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.asText()));
        return texts;
    }

    @Test
    void a_debugging_form_becomes_a_sentence() {
        String debug =
                "Error { kind: Wast(Error { inner: ErrorInner { text: Some(Text { line: 2, col: 4,"
                        + " snippet: \"  x \\\"y\\\"\" }), file: None, span: Span { offset: 40 },"
                        + " kind: Custom(\"unknown operator\") } }) }";
        assertThat(ToolError.sentence(debug))
                .isEqualTo("line 3, column 5: unknown operator, in: x \"y\"");
        assertThat(ToolError.sentence(" other ")).isEqualTo("other");
    }

    @Test
    void preview_1_has_no_functions_but_its_own() {
        try (Preview1 preview1 = new Preview1()) {
            CoreType.Func type = new CoreType.Func(List.of(), List.of(), null);
            assertThat(preview1.function("sched_yield", type).type()).isEqualTo(type);
            assertThatThrownBy(() -> preview1.function("nobody", type))
                    .isInstanceOf(Unlinkable.class);
            assertThat(preview1.output()).isEmpty();
        }
    }

    @Test
    void text_becomes_a_component_that_runs() {
        Workshop workshop = workshop();
        byte[] core = workshop.embed(workshop.parse(ANSWER), WIT, "w");
        byte[] binary = workshop.componentNew(core);
        workshop.validate(binary);
        assertThat(workshop.wit(binary)).contains("export answer: func() -> u32;");
        Engine engine = Engine.shared();
        Object answer =
                engine.executor()
                        .run(
                                () ->
                                        new Linker(engine)
                                                .instantiate(
                                                        Component.of(engine, binary),
                                                        engine.limits())
                                                .func("answer")
                                                .orElseThrow()
                                                .call());
        assertThat(String.valueOf(answer)).contains("42");
    }

    /** The adapter turns the functions of preview 1 into those of WASI 0.2, which a host grants. */
    @Test
    void a_module_of_preview_1_becomes_a_component_of_wasi_0_2() {
        Workshop workshop = workshop();
        byte[] core =
                workshop.embed(
                        workshop.parse(NOW),
                        "package a:b; world w { export now: func() -> u64; }",
                        "w");
        byte[] binary = workshop.componentNew(core);
        workshop.validate(binary);
        Component component = Component.of(Engine.shared(), binary);
        assertThat(component.imports().keySet())
                .anyMatch(each -> each.startsWith("wasi:clocks/wall-clock@0.2"))
                .noneMatch(each -> each.startsWith(Workshop.PREVIEW1));
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        WasiContext context = WasiContext.builder().fixedClocks(now).build();
        Linker linker = new Linker(Engine.shared());
        WasiState wasi = WasiLinker.add(linker, context);
        Val answer =
                Engine.shared()
                        .executor()
                        .run(() -> linker.instantiate(component).func("now").orElseThrow().call());
        wasi.close();
        assertThat(answer).isEqualTo(new Val.U64(now.getEpochSecond() * 1_000_000_000));
    }

    @Test
    void a_plugin_of_preview_1_parses_and_is_checked() throws Exception {
        Workshop workshop = workshop();
        byte[] core = Files.readAllBytes(Path.of("src/test/resources/workshop/core-plugin.wasm"));
        assertThatThrownBy(() -> workshop.componentNew(core, Map.of()))
                .isInstanceOf(HostException.class)
                .hasMessageContaining(Workshop.PREVIEW1);
        byte[] plugin = workshop.componentNew(core);
        CheckReport report = PluginCheck.of(plugin).run();
        assertThat(report.type()).isEqualTo("parser");
        assertThat(report.defects()).as(report.toString()).hasSize(1);
        assertThat(report.defects().get(0).found()).contains("It asks for the environment");
    }

    @Test
    void what_is_printed_is_parsed_to_the_same_bytes() throws Exception {
        Workshop workshop = workshop();
        for (String name : List.of("later-patch", "wrong-types", "scan-trap")) {
            byte[] binary = Files.readAllBytes(PLUGINS.resolve(name).resolve(name + ".wasm"));
            byte[] again = workshop.parse(workshop.print(binary));
            assertThat(workshop.print(again)).isEqualTo(workshop.print(binary));
        }
    }

    @Test
    void errors_say_the_place_or_the_reason() {
        Workshop workshop = workshop();
        assertThatThrownBy(() -> workshop.parse("(module\n  (func i32.cons 1))"))
                .hasMessageContaining("line 2, column 9: unknown operator");
        assertThatThrownBy(() -> workshop.embed(workshop.parse("(module)"), "package a:", "w"))
                .isInstanceOf(HostException.class);
        assertThatThrownBy(() -> workshop.print(new byte[] {1, 2, 3}))
                .isInstanceOf(HostException.class);
        byte[] wanting = workshop.embed(workshop.parse("(module)"), WIT, "w");
        assertThatThrownBy(() -> workshop.componentNew(wanting))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("answer");
        assertThatThrownBy(() -> workshop.validate(new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0, 9}))
                .isInstanceOf(TamiasException.class);
    }
}
