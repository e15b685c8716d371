package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class ProcessByteSourceTest {

    private static ProcessByteSource shell(String script) {
        return ProcessByteSource.start(List.of("sh", "-c", script));
    }

    @Test
    void output_is_the_source() throws Exception {
        long before = System.currentTimeMillis();
        try (ProcessByteSource source = shell("echo one; echo two")) {
            assertThat(source.timestamp()).isNull();
            assertThat(Reading.toEnd(source)).isEqualTo("one\ntwo\n");
            assertThat(source.name()).isEqualTo("sh -c echo one; echo two");
            assertThat(source.timestamp()).isBetween(before, System.currentTimeMillis());
        }
        Reading.awaitNoThread("sh -c echo one; echo two");
    }

    @Test
    void a_failed_command_tells_its_exit_code_and_error_lines_after_all_of_its_output() {
        StringBuilder seen = new StringBuilder();
        try (ProcessByteSource source = shell("seq 1 20000; echo no such disk >&2; exit 3")) {
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    seen.append(Reading.atLeast(source, 1));
                                }
                            })
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("exit code 3 after 108894 bytes")
                    .hasMessageContaining("ends with: no such disk");
            assertThat(source.ended()).isFalse();
            assertThatThrownBy(() -> source.load(1)).hasMessageContaining("exit code 3");
        }
        assertThat(seen).hasSize(108_894).endsWith("\n20000\n");
    }

    @Test
    void megabytes_of_errors_do_not_stop_the_output() {
        try (ProcessByteSource source = shell("seq 1 300000 >&2; echo done; exit 1")) {
            assertThat(Reading.atLeast(source, 5)).isEqualTo("done\n");
            assertThatThrownBy(() -> source.load(1))
                    .hasMessageContaining("\n300000")
                    .satisfies(each -> assertThat(each.getMessage().length()).isLessThan(2_500));
        }
    }

    @Test
    void a_command_that_cannot_be_started_is_named() {
        assertThatThrownBy(() -> ProcessByteSource.start(List.of("no-such-program", "x")))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("\"no-such-program x\" cannot be started")
                .hasMessageContaining("PATH");
        assertThatThrownBy(() -> ProcessByteSource.start(List.of()))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("it is empty");
    }

    @Test
    void standard_input_is_empty_unless_it_is_sent() {
        try (ProcessByteSource source = ProcessByteSource.start(List.of("cat"))) {
            assertThat(Reading.toEnd(source)).isEmpty();
            assertThatThrownBy(() -> source.send(new byte[1]))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("Sending to \"cat\" failed");
        }
        try (ProcessByteSource source = ProcessByteSource.interactive(List.of("cat"))) {
            source.send("ping".getBytes(StandardCharsets.UTF_8));
            assertThat(Reading.atLeast(source, 4)).isEqualTo("ping");
            source.endInput();
            assertThat(Reading.toEnd(source)).isEmpty();
        }
    }

    @Test
    void closing_ends_the_process_and_its_children() throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        try (ProcessByteSource source = shell("sleep 1000 & sleep 1000 & echo $$ $!; wait")) {
            processes.addAll(handles(Reading.atLeast(source, 4)));
            processes.addAll(processes.get(0).children().toList());
            assertThat(processes).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);
        }
        Reading.await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        Reading.awaitNoThread("sh -c sleep 1000 & sleep 1000 & echo $$ $!; wait");
    }

    @Test
    void an_interrupt_ends_a_blocked_load_and_closing_then_ends_the_process() throws Exception {
        ProcessByteSource source = shell("echo $$; sleep 1000; echo late");
        List<ProcessHandle> processes = handles(Reading.atLeast(source, 2));
        Reading.interrupt(
                () -> {
                    try (source) {
                        source.load(1);
                    }
                });
        Reading.await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        Reading.awaitNoThread("sh -c echo $$; sleep 1000; echo late");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "orphans are found on Linux alone")
    void closing_at_once_misses_no_child_that_is_being_started() throws Exception {
        for (int time = 0; time < 8; time++) {
            shell("sleep 1000; echo " + time).close();
        }
        for (int time = 0; time < 8; time++) {
            Reading.awaitNoThread("sh -c sleep 1000; echo " + time);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "orphans are found on Linux alone")
    void closing_ends_an_orphan_that_holds_the_output() throws Exception {
        String script = "sleep 1000 & echo $! $$";
        ProcessHandle orphan = closedAfterItsParent(script);
        Reading.await(() -> !orphan.isAlive());
        Reading.awaitNoThread("sh -c " + script);
    }

    @Test
    void a_daemon_that_let_go_of_the_output_is_left_alone() throws Exception {
        String script = "sleep 1000 >&- 2>&- & echo $! $$";
        ProcessHandle daemon = closedAfterItsParent(script);
        try {
            assertThat(daemon.isAlive()).isTrue();
        } finally {
            daemon.destroy();
        }
        Reading.awaitNoThread("sh -c " + script);
    }

    private static ProcessHandle closedAfterItsParent(String script) throws Exception {
        try (ProcessByteSource source = shell(script)) {
            List<ProcessHandle> processes = handles(Reading.atLeast(source, 4));
            Reading.await(() -> processes.stream().skip(1).noneMatch(ProcessHandle::isAlive));
            ProcessHandle left = processes.get(0);
            Reading.await(() -> left.info().command().orElse("").endsWith("sleep"));
            return left;
        }
    }

    @Test
    void a_process_that_will_not_end_is_forced_to_even_with_an_interrupt_pending()
            throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        String script = "trap '' TERM; echo $$; while :; do sleep 1; done";
        try (ProcessByteSource source = shell(script)) {
            processes.addAll(handles(Reading.atLeast(source, 2)));
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        Reading.await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        Reading.awaitNoThread("sh -c " + script);
    }

    @Test
    void a_slow_reader_makes_the_process_wait() throws Exception {
        try (ProcessByteSource source = ProcessByteSource.start(List.of("yes"))) {
            assertThat(Reading.atLeast(source, 3_000_000)).startsWith("y\ny\n");
        }
        Reading.awaitNoThread("yes");
    }

    private static List<ProcessHandle> handles(String pids) {
        return List.of(pids.trim().split(" ")).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .flatMap(Optional::stream)
                .toList();
    }
}
