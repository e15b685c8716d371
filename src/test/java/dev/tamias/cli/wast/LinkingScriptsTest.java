package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How core modules are linked, in scripts of our own. What they expect is what the native engine gives
 * ({@code src/plugins/check-linking.py}).
 */
class LinkingScriptsTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/linking");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void compiled_code_does_what_the_script_says(Path script) throws IOException {
        assertThat(failures(script, true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void the_interpreter_does_what_the_script_says(Path script) throws IOException {
        assertThat(failures(script, false)).isEmpty();
    }

    @Test
    void every_script_is_converted() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            List<String> sources =
                    files.map(each -> each.getFileName().toString())
                            .filter(each -> each.endsWith(".wast"))
                            .map(each -> each.substring(0, each.length() - 5))
                            .sorted()
                            .toList();
            assertThat(scripts())
                    .extracting(each -> each.getFileName().toString())
                    .isEqualTo(sources);
        }
    }

    private static List<String> failures(Path folder, boolean compiling) throws IOException {
        Script script = Script.read(folder.resolve("spec.json"));
        List<String> failures = new ArrayList<>();
        try (Engine engine = Engine.builder().compiling(compiling).build()) {
            BoundedRun bounded = new BoundedRun(engine.executor(), Duration.ofMinutes(1));
            Judge judge = new Judge(new ScriptStore(engine, script));
            for (Command command : script.commands()) {
                Verdict verdict = bounded.run(() -> judge.judge(command), judge::failed);
                judge.settle(command, verdict);
                if (verdict.kind() != Verdict.Kind.PASS) {
                    failures.add("line " + command.line() + ": " + verdict);
                }
            }
        }
        return failures;
    }
}
