package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.model.GuestException;
import dev.tamias.wasi.ExitException;
import dev.tamias.wasi.Preopen;
import dev.tamias.wasi.Preopen.Access;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of src/test/plugins/programs, in C, each with what it prints and its exit code in the native
 * engine (programs.txt, written by check-programs.py); and those of programs-rust, with what they print
 * outside of any engine (programs-rust.txt, written by its build).
 */
class ProgramsTest {

    private static final Path WASI = Path.of("src/test/resources/wasi");
    private static final Engine ENGINE = Engine.builder().compiling(false).build();

    @TempDir private Path directory;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static Stream<Arguments> lines() throws IOException {
        return Stream.concat(lines("programs"), lines("programs-rust"));
    }

    private static Stream<Arguments> lines(String set) throws IOException {
        return Files.readAllLines(WASI.resolve(set + ".txt")).stream()
                .map(line -> Arguments.of(set, line));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_program_behaves_as_it_does_natively(String set, String line) throws Exception {
        String name = line.split(" ", 2)[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = exitCode(Files.readAllBytes(WASI.resolve(set + "/" + name + ".wasm")), out);
        String output = out.toString(StandardCharsets.UTF_8).replace("\n", "|").strip();
        assertThat((name + " " + exit + " " + output).strip()).isEqualTo(line);
        assertThat(output).doesNotContain(directory.toString());
    }

    private Preopen granted(String name, Access access) throws IOException {
        Path box = Files.createDirectories(directory.resolve(name + "/dir")).getParent();
        Files.writeString(box.resolve("file"), "file in box");
        Files.writeString(box.resolve("dir/deep"), "deep in box");
        return Preopen.directory(box, "/" + name, access);
    }

    private int exitCode(byte[] binary, ByteArrayOutputStream out) throws IOException {
        WasiContext.Builder context =
                WasiContext.builder()
                        .systemClocks()
                        .environment("GREETING", "hello")
                        .stdin("first line\nlast line".getBytes(StandardCharsets.UTF_8))
                        .stdout(out::writeBytes)
                        .preopen(granted("box", Access.READ_WRITE))
                        .preopen(granted("ro", Access.READ_ONLY));
        List.of("program.wasm", "one", "two words").forEach(context::argument);
        Component component = Component.of(ENGINE, binary);
        Linker linker = new Linker(ENGINE);
        WasiState state = WasiLinker.add(linker, context.build());
        try {
            WasiLinker.addTraps(linker, component);
            Instance instance = linker.instantiate(component);
            return ENGINE.executor().run(() -> call(instance));
        } finally {
            state.close();
        }
    }

    private static int call(Instance instance) {
        try {
            Object said = instance.func("wasi:cli/run@0.2.0", "run").orElseThrow().call();
            return said instanceof Val.Result result && result.isOk() ? 0 : 1;
        } catch (ExitException exit) {
            return exit.code();
        } catch (GuestException ended) {
            return Run.TRAP;
        }
    }
}
