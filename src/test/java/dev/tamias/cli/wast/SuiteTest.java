package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A conformance suite, where the system property {@code tamias.suite} names the folder of its converted
 * scripts (docs/conformance.md).
 */
class SuiteTest {

    private static final String FOLDER = "tamias.suite";

    @Test
    void no_command_of_the_suite_fails() throws IOException {
        String folder = System.getProperty(FOLDER);
        assumeTrue(folder != null, "no suite is named by the property " + FOLDER);
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        List<String> failures = new ArrayList<>();
        List<Verdict> refusals = new ArrayList<>();
        ScriptRunner runner = new ScriptRunner(Duration.ofSeconds(10));

        for (Path script : scripts(Path.of(folder))) {
            runner.run(
                    Script.read(script),
                    (command, verdict) -> {
                        counts.merge(verdict.kind(), 1, Integer::sum);
                        if (verdict.kind() == Verdict.Kind.PASS
                                && verdict.detail().startsWith(Judge.UNSUPPORTED)) {
                            refusals.add(verdict);
                        }
                        if (verdict.kind() == Verdict.Kind.FAIL
                                || verdict.kind() == Verdict.Kind.CRASH) {
                            failures.add(script + ":" + command.line() + " " + verdict);
                        }
                    });
        }

        System.out.println(
                FOLDER
                        + ": "
                        + counts
                        + ", "
                        + refusals.size()
                        + " of PASS rejected for an unsupported feature");
        assertThat(failures).isEmpty();
        assertThat(counts).containsKey(Verdict.Kind.PASS);
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
