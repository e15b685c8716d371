package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import dev.tamias.model.LogLevel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

class RunLogTest {

    private final Engine engine =
            Engine.builder().limits(Limits.defaults().withOutputBytes(2_000)).build();
    private final HostedPlugins plugins = new HostedPlugins(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private static RunLog.Entry entry(LogLevel level, String text) {
        return new RunLog.Entry(
                Instant.EPOCH, level, RunLog.Kind.LOG, "p", "s", OptionalLong.of(7), text);
    }

    private static List<String> texts(RunLog log, RunLog.Kind kind) {
        return log.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(RunLog.Entry::text)
                .toList();
    }

    @Test
    void what_is_printed_is_joined_into_lines_and_made_harmless() {
        PluginSetup setup = plugins.faulty("stdout").withLevel(LogLevel.ERROR);

        plugins.parse(setup);

        assertThat(texts(setup.log(), RunLog.Kind.STDOUT))
                .containsExactly("to the output", "and a last größ");
        assertThat(texts(setup.log(), RunLog.Kind.STDERR))
                .containsExactly("to the errors \uFFFD[31m\uFFFD");
    }

    @Test
    void lines_are_cut_between_characters_and_end_where_the_output_ends() {
        List<String> lines = new ArrayList<>();
        OutputLines output = new OutputLines(4, lines::add);

        for (byte each : "ab\r\n\nabcößdefg\nx".getBytes(StandardCharsets.UTF_8)) {
            output.write(new byte[] {each});
        }
        assertThat(lines).containsExactly("ab", "", "abcö", "ßde", "fg");
        output.flush();
        output.flush();
        assertThat(lines).endsWith("fg", "x").hasSize(6);

        lines.clear();
        output.write("ab\r\n\nabcößdefg\nx".getBytes(StandardCharsets.UTF_8));
        assertThat(lines).containsExactly("ab", "", "abcö", "ßde", "fg");
    }

    @Test
    void a_trap_is_an_entry_with_the_byte_and_the_guests_functions() {
        PluginSetup setup = plugins.faulty("trap").withLog(new RunLog(), "session 1");

        try {
            plugins.parse(setup);
        } catch (RuntimeException e) {
            // The test is of the log.
        }

        RunLog.Entry entry = setup.log().entries().get(0);
        assertThat(entry.kind()).isEqualTo(RunLog.Kind.TRAP);
        assertThat(entry.level()).isEqualTo(LogLevel.ERROR);
        assertThat(entry.plugin()).isEqualTo("faulty");
        assertThat(entry.session()).isEqualTo("session 1");
        assertThat(entry.offset()).hasValue(1_000);
        assertThat(entry.text())
                .startsWith("trapped while parsing from byte 1000 on: ")
                .containsPattern("In func \\d+ < func \\d+");
    }

    @Test
    void messages_of_a_level_that_was_not_asked_for_are_dropped() {
        PluginSetup setup = plugins.source("none");

        ByteSourceHost.open(setup.withLevel(LogLevel.WARN)).close();
        assertThat(setup.log().entries()).isEmpty();

        ByteSourceHost.open(setup.withLevel(LogLevel.INFO)).close();
        assertThat(texts(setup.log(), RunLog.Kind.LOG)).containsExactly("ready");
    }

    @Test
    void a_flood_of_messages_is_cut_once_and_counted() {
        PluginSetup setup = plugins.faulty("log-flood");

        plugins.parse(setup);

        List<String> logged = texts(setup.log(), RunLog.Kind.LOG);
        assertThat(logged.stream().mapToInt(String::length).sum()).isBetween(2_000, 2_100);
        assertThat(setup.log().entries().subList(logged.size(), setup.log().entries().size()))
                .extracting(RunLog.Entry::text)
                .containsExactly(
                        "more than 2000 bytes of output (limit outputBytes);"
                                + " what is beyond it is suppressed",
                        100_000 - logged.size() + " messages were suppressed");
    }

    @Test
    void the_oldest_entries_are_given_up_for_new_ones() {
        RunLog log = new RunLog(3, 10);

        for (String text : List.of("a", "b", "c", "d")) {
            log.add(entry(LogLevel.INFO, text));
        }
        assertThat(texts(log, RunLog.Kind.LOG)).containsExactly("b", "c", "d");
        log.add(entry(LogLevel.INFO, "123456789"));
        assertThat(texts(log, RunLog.Kind.LOG)).containsExactly("d", "123456789");
        log.add(entry(LogLevel.INFO, "longer than all"));
        assertThat(texts(log, RunLog.Kind.LOG)).containsExactly("longer than all");
        assertThat(log.dropped()).isEqualTo(5);
    }

    @Test
    void entries_go_to_the_plugins_logger_at_their_level() {
        List<String> events = new ArrayList<>();
        RunLog log = new RunLog(10, 100, name -> new RecordingLogger(name, events));

        for (LogLevel level : LogLevel.values()) {
            log.add(entry(level, "a {} text"));
        }

        assertThat(events)
                .containsExactly(
                        "chipmunk.plugin.p ERROR kind=LOG session=s offset=7 a {} text",
                        "chipmunk.plugin.p WARN kind=LOG session=s offset=7 a {} text",
                        "chipmunk.plugin.p INFO kind=LOG session=s offset=7 a {} text",
                        "chipmunk.plugin.p DEBUG kind=LOG session=s offset=7 a {} text",
                        "chipmunk.plugin.p TRACE kind=LOG session=s offset=7 a {} text");
    }

    /** A logger as bindings have it that know nothing of keys and values. */
    private static final class RecordingLogger extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1;

        private final transient List<String> events;

        RecordingLogger(String name, List<String> events) {
            this.name = name;
            this.events = events;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                Marker marker,
                String message,
                Object[] arguments,
                Throwable throwable) {
            events.add(name + " " + level + " " + message);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return RunLog.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
