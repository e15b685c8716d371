package dev.tamias.cli.wast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own scripts; those of the public suites are in {@link SuiteTest}. */
class ScriptRunnerTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/wast");

    private static Map<Command, Verdict> run(String name, Duration time) throws IOException {
        Map<Command, Verdict> verdicts = new LinkedHashMap<>();
        new ScriptRunner(time)
                .run(Script.read(SCRIPTS.resolve(name + "/spec.json")), verdicts::put);
        return verdicts;
    }

    private static List<String> lines(Map<Command, Verdict> verdicts, Verdict.Kind kind) {
        List<String> lines = new ArrayList<>();
        verdicts.forEach(
                (command, verdict) -> {
                    if (verdict.kind() == kind) {
                        lines.add(command.line() + " " + verdict.detail());
                    }
                });
        return lines;
    }

    private static List<Integer> numbers(Map<Command, Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.entrySet().stream()
                .filter(each -> each.getValue().kind() == kind)
                .map(each -> each.getKey().line())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commands", "values", "core", "host"})
    void every_command_passes(String name) throws IOException {
        Map<Command, Verdict> verdicts = run(name, Duration.ofMinutes(1));

        assertThat(lines(verdicts, Verdict.Kind.FAIL)).isEmpty();
        assertThat(lines(verdicts, Verdict.Kind.CRASH)).isEmpty();
        assertThat(lines(verdicts, Verdict.Kind.SKIP)).isEmpty();
        assertThat(verdicts).hasSizeGreaterThan(10);
    }

    @Test
    void commands_that_do_not_hold_fail_and_those_that_cannot_be_judged_are_skipped()
            throws IOException {
        Map<Command, Verdict> verdicts = run("verdicts", Duration.ofMinutes(1));

        assertThat(numbers(verdicts, Verdict.Kind.PASS)).containsExactly(3, 16, 21, 34, 37);
        assertThat(numbers(verdicts, Verdict.Kind.FAIL))
                .containsExactly(7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 22, 23);
        assertThat(numbers(verdicts, Verdict.Kind.SKIP))
                .containsExactly(26, 29, 30, 31, 32, 33, 35);
    }

    @Test
    void a_detail_says_what_was_expected_or_what_is_missing() throws IOException {
        Map<Command, Verdict> verdicts = run("verdicts", Duration.ofMinutes(1));

        assertThat(lines(verdicts, Verdict.Kind.FAIL))
                .startsWith(
                        "7 [{\"type\":\"u32\",\"value\":\"2\"}] is expected and"
                                + " {\"type\":\"u32\",\"value\":\"1\"} was returned")
                .contains(
                        "10 there is no function \"nobody\"",
                        "15 instance \"Nobody\" is missing: the script makes none")
                .anyMatch(line -> line.startsWith("20 the latest instance is missing: line 19: "));
        assertThat(lines(verdicts, Verdict.Kind.SKIP))
                .allMatch(line -> line.contains("unsupported: "))
                .contains("35 unsupported: modules as text")
                .anyMatch(line -> line.startsWith("31 module \"new\" is missing: line 26: "));
    }

    @Test
    void a_rejection_for_an_unsupported_feature_passes_and_says_so() throws IOException {
        Map<Command, Verdict> verdicts = run("verdicts", Duration.ofMinutes(1));

        assertThat(lines(verdicts, Verdict.Kind.PASS))
                .anyMatch(line -> line.startsWith("34 " + Judge.UNSUPPORTED));
    }

    @Test
    void guests_that_hang_or_overflow_harm_their_own_instance_alone() throws IOException {
        Map<Command, Verdict> verdicts = run("hang", Duration.ofMillis(300));

        assertThat(numbers(verdicts, Verdict.Kind.PASS))
                .containsExactly(4, 17, 18, 20, 22, 24, 25, 26);
        assertThat(lines(verdicts, Verdict.Kind.FAIL))
                .contains(
                        "19 LimitExceeded: it ran longer than 300 ms (limit callTime)",
                        "21 LimitExceeded: it ran longer than 300 ms (limit callTime)",
                        "23 Trap: call stack exhausted",
                        "29 LimitExceeded: it ran longer than 300 ms (limit callTime)")
                .hasSize(5);
    }

    @Test
    void anything_thrown_that_is_not_documented_is_a_crash() throws IOException {
        Judge judge = new Judge(store());

        Verdict verdict = judge.failed(new IllegalStateException("of ours"));

        assertThat(verdict.toString())
                .startsWith("crash IllegalStateException: of ours at dev.tamias.cli.wast.");
        assertThat(judge.failed(new StackOverflowError()).kind()).isEqualTo(Verdict.Kind.CRASH);
        assertThat(judge.failed(new OutOfMemoryError()).kind()).isEqualTo(Verdict.Kind.CRASH);
        assertThat(judge.failed(new Hang("it went on")).kind()).isEqualTo(Verdict.Kind.CRASH);
    }

    @Test
    void after_a_crash_no_instance_is_used_again() throws IOException {
        ScriptStore store = store();
        Judge judge = new Judge(store);
        List<Command> commands = Script.read(SCRIPTS.resolve("commands/spec.json")).commands();
        judge.judge(commands.get(0));
        judge.judge(commands.get(1));
        Command bump = commands.get(2);
        assertThat(judge.judge(bump).kind()).isEqualTo(Verdict.Kind.PASS);

        judge.settle(bump, judge.failed(new StackOverflowError()));

        assertThat(verdict(judge, commands.get(3)).toString())
                .startsWith("fail the latest instance is missing: line ");
    }

    private static Verdict verdict(Judge judge, Command command) {
        try {
            return judge.judge(command);
        } catch (IOException | RuntimeException e) {
            return judge.failed(e);
        }
    }

    private static ScriptStore store() throws IOException {
        return new ScriptStore(
                Engine.builder().build(), Script.read(SCRIPTS.resolve("commands/spec.json")));
    }
}
