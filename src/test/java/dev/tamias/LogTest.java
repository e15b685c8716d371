package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.host.RunLog;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import dev.tamias.session.ParsePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What a run has beside its rows: the log, the attachments, the policy. */
class LogTest {

    private static SourceStep faulty(String fault) {
        return Plugins.scan()
                .parser("src/test/resources/plugins/faulty/faulty.wasm")
                .set("fault", fault)
                .over(bytes("1\n2\n3\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_a_plugin_prints_is_in_the_log() {
        Parsed parsed = faulty("stdout").parse();

        assertThat(parsed.log().entries())
                .extracting(RunLog.Entry::kind)
                .contains(RunLog.Kind.STDOUT);
        Table table = parsed.log().table();
        assertThat(table.columnNames())
                .containsExactly("Time", "Level", "Kind", "Plugin", "Session", "Offset", "Text");
        assertThat(table.rowCount()).isEqualTo(parsed.log().entries().size());
        assertThat(parsed.log().toString()).contains("STDOUT faulty");
    }

    @Test
    void a_trap_is_in_the_log_too() {
        Log log = faulty("trap").log();

        assertThat(log.entries())
                .last()
                .satisfies(
                        entry -> {
                            assertThat(entry.kind()).isEqualTo(RunLog.Kind.TRAP);
                            assertThat(entry.plugin()).isEqualTo("faulty");
                            assertThat(entry.offset()).hasValue(0);
                        });
    }

    @Test
    void a_level_asks_for_more() {
        int few = faulty("log-flood").log().entries().size();
        int many = faulty("log-flood").level(LogLevel.TRACE).log().entries().size();

        assertThat(many).isGreaterThanOrEqualTo(few);
    }

    @Test
    void attachments_are_saved_under_harmless_names(@TempDir Path directory) throws IOException {
        Parsed parsed = Plugins.scan().parser("dlt").over(sample("attachments.dlt")).parse();

        List<Path> files = parsed.saveAttachments(directory.resolve("files"));

        assertThat(files).hasSameSizeAs(parsed.attachments()).isNotEmpty();
        for (int i = 0; i < files.size(); i++) {
            assertThat(files.get(i).normalize()).startsWith(directory);
            assertThat(Files.readAllBytes(files.get(i)))
                    .isEqualTo(parsed.attachments().get(i).data());
        }
    }

    @Test
    void the_tail_is_treated_as_asked() {
        SourceStep step =
                Plugins.scan()
                        .parser("lines")
                        .over(bytes("one\ntw".getBytes(StandardCharsets.UTF_8)));

        assertThat(step.table().rowCount()).isEqualTo(2);
        assertThat(step.tail(ParsePolicy.Tail.REPORT).summary().tail()).isEqualTo(2);
        assertThat(step.tail(ParsePolicy.Tail.DROP).summary().skipped()).isEqualTo(2);
        assertThat(step.tail(ParsePolicy.Tail.EMIT_RAW).table().stringColumn(0).asList())
                .containsExactly("one", "tw");
        assertThat(step.policy(ParsePolicy.DEFAULT).table().rowCount()).isEqualTo(1);
        assertThat(step.explain()).contains("tail        parsed with a line feed behind it");
    }

    @Test
    void a_trap_is_survived_as_often_as_asked() {
        byte[] lines =
                "a line of a log that is long enough to be cut into slices\n"
                        .repeat(90)
                        .getBytes(StandardCharsets.UTF_8);
        SourceStep step =
                Plugins.scan()
                        .parser("src/test/resources/plugins/faulty/faulty.wasm")
                        .set("fault", "trap-later")
                        .over(bytes(lines));

        Parsed parsed = step.restarts(100).parse();

        assertThat(parsed.summary().restarts()).isPositive();
        assertThat(parsed.table().rowCount()).isEqualTo(90);
        TableIncomplete failure =
                catchThrowableOfType(TableIncomplete.class, () -> step.restarts(0).parse());
        assertThat(failure.parsed().summary().rows()).isLessThan(90);
    }

    @Test
    void what_happened_in_its_runs_is_in_the_plugins_own_log_too(@TempDir Path root)
            throws IOException {
        Path plugin = Files.createDirectories(root.resolve("parsers/faulty"));
        Files.copy(
                Path.of("src/test/resources/plugins/faulty/faulty.wasm"),
                plugin.resolve("faulty.wasm"));
        Plugins plugins = Plugins.scan(root);
        for (String fault : List.of("stdout", "print-and-trap", "trap")) {
            plugins.parser("faulty")
                    .set("fault", fault)
                    .over(bytes("1\n2\n".getBytes(StandardCharsets.UTF_8)))
                    .log();
        }

        Table table = plugins.log(PluginType.PARSER, "faulty").table();

        List<String> rows = new java.util.ArrayList<>();
        for (int i = 0; i < table.rowCount(); i++) {
            rows.add(table.getString(i, "Kind") + " of " + table.getString(i, "Session"));
        }
        assertThat(rows)
                .contains("SESSION of ", "STDOUT of run 1", "TRAP of run 2", "TRAP of run 3");
        assertThat(table.stringColumn("Plugin").asSet()).containsExactly("faulty");
    }
}
