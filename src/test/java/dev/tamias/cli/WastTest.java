package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WastTest {

    private static final String SCRIPTS = "src/test/resources/wast";

    private static String script(String name) {
        return SCRIPTS + "/" + name + "/spec.json";
    }

    @Test
    void there_is_one_line_a_command_and_a_last_line_that_counts() throws Exception {
        TamiasProcess.Ended ended =
                TamiasProcess.run(
                        "wast", "--root", SCRIPTS, script("verdicts"), script("commands"));

        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        List<String> lines = ended.out().lines().toList();
        assertThat(lines)
                .startsWith(
                        "verdicts\t0\t3\tmodule\t-\tpass",
                        "verdicts\t1\t7\tassert_return\t-\tfail"
                                + " [{\"type\":\"u32\",\"value\":\"2\"}] is expected and"
                                + " {\"type\":\"u32\",\"value\":\"1\"} was returned")
                .contains(
                        "verdicts\t23\t35\tassert_malformed\t-\tskip unsupported: modules as text",
                        "commands\t0\t3\tmodule_definition\t-\tpass")
                .hasSize(25 + 23 + 1);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("28 passed, 13 failed, 7 skipped");
        assertThat(ended.fields().subList(0, lines.size() - 1)).allMatch(line -> line.size() == 6);
    }

    @Test
    void without_a_root_a_script_is_named_as_it_was_given() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("wast", script("values"));

        assertThat(ended.out()).startsWith(SCRIPTS + "/values\t0\t3\tmodule\t-\tpass\n");
        assertThat(ended.out()).endsWith("39 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void a_script_that_cannot_be_read_fails_and_the_next_one_runs(@TempDir Path directory)
            throws Exception {
        Path broken = directory.resolve("broken\t.json");
        Files.writeString(broken, "{\"commands\": 7}");

        TamiasProcess.Ended ended =
                TamiasProcess.run(
                        "wast",
                        "--root",
                        directory.toString(),
                        broken.toString(),
                        script("values"));

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .startsWith("broken\\t.json\t0\t0\tscript\t-\tfail the script cannot be read: ")
                .endsWith("39 passed, 1 failed, 0 skipped\n");
    }

    @Test
    void a_line_is_out_before_the_next_command_ends() throws Exception {
        Process process =
                TamiasProcess.of("wast", "--timeout-ms", "600000", script("hang")).start();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> verdicts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                verdicts.add(String.valueOf(out.readLine()));
            }
            // The fourth command never ends, so this was all.
            assertThat(verdicts).allMatch(line -> line.endsWith("\tpass"));
            assertThat(out.ready()).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }
}
