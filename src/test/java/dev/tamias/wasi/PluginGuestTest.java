package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.wasi.Preopen.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginGuestTest {

    private static final Engine ENGINE = Engine.builder().compiling(false).build();
    private static final String PLUGINS = "/dev/tamias/plugins/";

    @TempDir Path temporary;
    private Box box;

    @BeforeEach
    void fill() throws IOException {
        box = new Box(temporary);
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** What the file source reads, or else says, when it is told to read {@code path}. */
    private static String source(WasiContext context, String path) {
        String plugin = PLUGINS + "bytesources/file-source/file-source.wasm";
        String export = "chipmunk:bytesource/byte-source@0.1.0";
        try (PluginRun run = new PluginRun(ENGINE, plugin, export, context)) {
            String error =
                    run.init(
                            "input-path",
                            new Val.Variant(5, new Val.ListOf(List.of(new Val.Str(path)))));
            if (error != null) {
                return error;
            }
            Val.Result read = (Val.Result) run.call("read", new Val.U64(1000));
            return read.value() instanceof Val.Bytes bytes
                    ? new String(bytes.value(), StandardCharsets.UTF_8)
                    : String.valueOf(read.value());
        }
    }

    /** What the faulty parser says of its attempt at {@code fault}. */
    private static String fault(WasiContext context, String fault) {
        String export = "chipmunk:parser/parser@0.1.0";
        try (PluginRun run =
                new PluginRun(ENGINE, "/plugins/faulty/faulty.wasm", export, context)) {
            assertThat(run.init("fault", new Val.Variant(6, new Val.Str(fault)))).isNull();
            Val data = new Val.Bytes("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            return String.valueOf(run.call("parse", data, Val.Option.NONE));
        }
    }

    @Test
    void reads_a_file_by_the_path_that_it_has_on_the_host() {
        Path file = box.inside.resolve("file");
        WasiContext context = WasiContext.builder().preopen(Preopen.file(file)).build();
        assertThat(source(context, file.toString())).isEqualTo("file in box");
    }

    @Test
    void reads_no_neighbour_of_that_file_and_nothing_outside() throws IOException {
        box.link("link", box.outside.resolve("secret").toString()).link("up", "../outside/secret");
        WasiContext one =
                WasiContext.builder().preopen(Preopen.file(box.inside.resolve("file"))).build();
        assertThat(source(one, box.inside.resolve("a/b/deep").toString())).contains("os error 44");
        WasiContext all =
                WasiContext.builder()
                        .preopen(Preopen.directory(box.inside, "/box", Access.READ_ONLY))
                        .build();
        assertThat(source(all, "/box/a/b/deep")).isEqualTo("deep in box");
        assertThat(source(all, "/box/a/../../outside/secret")).contains("cannot open");
        assertThat(source(all, "/box/link")).contains("not permitted");
        assertThat(source(all, "/box/up")).contains("not permitted");
        assertThat(source(all, box.outside.resolve("secret").toString())).contains("cannot open");
    }

    @Test
    void sees_no_file_where_none_is_granted() {
        String said = source(WasiContext.builder().build(), box.inside.resolve("file").toString());
        assertThat(said).contains("cannot open").doesNotContain("file in box");
    }

    @Test
    void sees_no_environment_but_what_it_is_given() {
        assertThat(fault(WasiContext.builder().build(), "env")).contains("0 variables");
        assertThat(fault(WasiContext.builder().environment("GIVEN", "value").build(), "env"))
                .contains("1 variables", "GIVEN=value");
    }

    @Test
    void opens_nothing_outside() {
        Preopen preopen = Preopen.directory(box.inside, PluginRun.TEMP, Access.READ_WRITE);
        assertThat(fault(WasiContext.builder().preopen(preopen).build(), "open-outside"))
                .contains(
                        "/etc/passwd: Operation not permitted", "/proc/self/environ: Capabilities")
                .doesNotContain("root:", ": ok");
    }

    @Test
    void writes_into_the_temporary_directory_that_it_is_granted() throws IOException {
        Path temp = Files.createDirectory(temporary.resolve("temp"));
        Preopen preopen = Preopen.directory(temp, PluginRun.TEMP, Access.READ_WRITE);
        assertThat(fault(WasiContext.builder().build(), "temp")).contains("Capabilities");
        WasiContext small = WasiContext.builder().preopen(preopen.withQuotaBytes(1)).build();
        assertThat(fault(small, "temp")).doesNotContain(": ok");
        assertThat(temp).isEmptyDirectory();
        assertThat(fault(WasiContext.builder().preopen(preopen).build(), "temp")).contains(": ok");
        assertThat(temp).isDirectoryContaining(path -> path.endsWith("note.txt"));
    }

    @Test
    void writes_to_the_stdout_that_it_is_given() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(fault(WasiContext.builder().stdout(out::writeBytes).build(), "stdout"))
                .contains("printed");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("to the output\nand a last größ");
    }

    @Test
    void every_plugin_finds_all_of_wasi_that_it_imports() {
        List<String> plugins =
                List.of(
                        PLUGINS + "parsers/lines/lines.wasm",
                        PLUGINS + "parsers/dlt/dlt.wasm",
                        "/plugins/faulty/faulty.wasm");
        for (String plugin : plugins) {
            Linker linker = PluginRun.linker(ENGINE);
            assertThat(linker.missing(PluginRun.component(ENGINE, plugin))).isNotEmpty();
            try (WasiState state = WasiLinker.add(linker, WasiContext.builder().build())) {
                assertThat(linker.missing(PluginRun.component(ENGINE, plugin))).isEmpty();
                assertThat(state.resources()).isZero();
            }
        }
    }
}
