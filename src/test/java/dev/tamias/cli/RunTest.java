package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of src/test/plugins/program. */
class RunTest {

    private static final String PROGRAM = "src/test/resources/components/program.wasm";

    @TempDir private Path directory;

    @Test
    void a_program_gets_what_it_is_granted_and_its_output_passes_through() throws Exception {
        Path stdin = directory.resolve("in.txt");
        Files.writeString(stdin, "grün\nlast line");

        TamiasProcess.Ended ended =
                TamiasProcess.run(
                        "run",
                        "--env",
                        "GREETING=a=b",
                        "--stdin",
                        stdin.toString(),
                        PROGRAM,
                        "echo",
                        "--dir",
                        "--",
                        "x y");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .isEqualTo(
                        "argument program.wasm\nargument echo\nargument --dir\nargument --\n"
                                + "argument x y\nGREETING a=b\ngrün\nlast line");
        assertThat(ended.err()).isEqualTo("echoed\n");
    }

    @Test
    void nothing_is_granted_that_was_not_said() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("run", PROGRAM);

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEqualTo("argument program.wasm\nGREETING unset\n");
    }

    @ParameterizedTest
    @CsvSource({"fail, 1", "exit 0, 0", "exit 3, 1"})
    void the_exit_code_is_the_guests(String line, int exit) {
        assertThat(Main.run(("run " + PROGRAM + " " + line).split(" "))).isEqualTo(exit);
    }

    @Test
    void a_trap_is_said_and_is_101() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("run", PROGRAM, "trap");

        assertThat(ended.exit()).isEqualTo(101);
        assertThat(ended.out()).isEqualTo("before the trap\n");
        assertThat(ended.err()).startsWith("tamias: ").contains("docs/troubleshooting.md#trap");
    }

    @ParameterizedTest
    @CsvSource({
        // An import that nobody offers, and no wasi:cli/run to call.
        "src/test/resources/wast/verdicts/spec.4.wasm",
        "src/test/resources/components/resources.wasm"
    })
    void a_component_that_cannot_be_linked_is_102(String file) {
        assertThat(Main.run("run", file)).isEqualTo(102);
    }

    @Test
    void a_directory_is_granted_to_write_or_to_read_alone() {
        String grant = directory + "::/data";

        assertThat(write(grant, "/data/new.txt")).isZero();
        assertThat(directory.resolve("new.txt")).hasContent("written");
        assertThat(write(grant + ":ro", "/data/other.txt")).isEqualTo(1);
        assertThat(write(grant, "/elsewhere/new.txt")).isEqualTo(1);
        assertThat(directory.resolve("other.txt")).doesNotExist();
    }

    @Test
    void a_single_file_clocks_and_random_bytes_are_given_as_the_options_say() throws Exception {
        Path log = Files.writeString(directory.resolve("app.log"), "line");
        String[] line = {
            "run",
            "--file",
            log + "::/logs/input.log:ro",
            "--fixed-clock",
            "2024-02-29T12:00:00Z",
            "--seed",
            "42",
            "--cwd",
            "/logs",
            "src/test/resources/components/world.wasm",
            "/logs/input.log",
            "/logs/app.log"
        };

        TamiasProcess.Ended ended = TamiasProcess.run(line);

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .startsWith("arguments 3\nclock 1709208000.000000000, slept 1\nrandom ")
                .endsWith(
                        "stdin -1\n/logs/input.log: line\n"
                                + "/logs/app.log: No such file or directory\n");
        assertThat(TamiasProcess.run(line).out()).isEqualTo(ended.out());
    }

    @ParameterizedTest
    @CsvSource({"--file, x", "--file, x::/", "--dir, x::", "--fixed-clock, noon", "--seed, x"})
    void an_option_that_cannot_be_understood_is_wrong_usage(String option, String value) {
        assertThat(Main.run("run", option, value, PROGRAM)).isEqualTo(2);
    }

    private static int write(String grant, String path) {
        return Main.run("run", "--dir", grant, PROGRAM, "write", path);
    }

    @Test
    void a_part_of_the_network_is_granted() throws Exception {
        String program = "src/test/resources/wasi/network.wasm";
        String grant = "tcp-listen:127.0.0.1:0";

        assertThat(
                        TamiasProcess.run(
                                        "run",
                                        "--network",
                                        grant,
                                        "--network",
                                        "tcp:127.0.0.1:*",
                                        program,
                                        "tcp-self",
                                        "127.0.0.1",
                                        "0")
                                .out())
                .isEqualTo("closed, all received\n");
        assertThat(TamiasProcess.run("run", program, "tcp-self", "127.0.0.1", "0").out())
                .isEqualTo("create-tcp-socket: access-denied\n");
        assertThat(Main.run("run", "--network", "tcp:example.org:80", program)).isEqualTo(2);
    }
}
