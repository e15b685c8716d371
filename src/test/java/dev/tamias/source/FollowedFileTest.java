package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FollowedFileTest {

    private static final FollowPolicy QUICK = FollowPolicy.STANDARD.every(Duration.ofMillis(2));

    @TempDir Path directory;

    private Path write(String text) throws IOException {
        return write("app.log", text);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(
                directory.resolve(name),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void rename(String target) throws IOException {
        Files.move(directory.resolve("app.log"), directory.resolve(target));
    }

    private static String next(ByteSource source, String expected) {
        return Reading.atLeast(source, expected.length());
    }

    @Test
    void what_is_there_and_what_is_added_comes_until_nothing_does() throws Exception {
        Path file = write("one\ntw");
        try (FollowedFile source =
                FollowedFile.follow(file, QUICK.untilIdle(Duration.ofSeconds(1)))) {
            assertThat(next(source, "one\ntw")).isEqualTo("one\ntw");
            write("o\n");
            assertThat(next(source, "o\n")).isEqualTo("o\n");
            assertThat(source.position()).isEqualTo(8);
            assertThat(Reading.toEnd(source)).isEmpty();
            assertThat(source.name()).isEqualTo(file.toString());
            assertThat(source.size()).isEmpty();
            assertThat(source.timestamp()).isNull();
        }
        Reading.awaitNoThread(file.toString());
    }

    @Test
    void only_new_lines_where_the_policy_says_so() throws Exception {
        Path file = write("old\n".repeat(1_000));
        try (FollowedFile source = FollowedFile.follow(file, QUICK.onlyNew())) {
            write("new\n");
            assertThat(next(source, "new\n")).isEqualTo("new\n");
            assertThat(source.position()).isEqualTo(4);
            Files.writeString(file, "cut\n".repeat(2_000));
            assertThat(next(source, "cut\n".repeat(2_000))).isEqualTo("cut\n".repeat(2_000));
        }
    }

    @Test
    void a_renamed_file_is_read_to_its_end_before_the_new_one() throws Exception {
        Path file = write("a1\n");
        try (FollowedFile source = FollowedFile.follow(file, QUICK)) {
            assertThat(next(source, "a1\n")).isEqualTo("a1\n");
            rename("app.log.1");
            write("app.log.1", "a2\n");
            assertThat(next(source, "a2\n")).isEqualTo("a2\n");
            write("");
            write("app.log.1", "a3\n");
            assertThat(next(source, "a3\n")).isEqualTo("a3\n");
            write("app.log.1", "a4\n");
            write("b1\n");
            assertThat(next(source, "a4\nb1\n")).isEqualTo("a4\nb1\n");
            assertThat(source.position()).isEqualTo(15);
        }
    }

    @Test
    void a_truncated_file_starts_again() throws Exception {
        Path file = write("a long first line\n");
        try (FollowedFile source = FollowedFile.follow(file, QUICK)) {
            assertThat(next(source, "a long first line\n")).isEqualTo("a long first line\n");
            Files.writeString(file, "b\n");
            assertThat(next(source, "b\n")).isEqualTo("b\n");
            assertThat(source.position()).isEqualTo(20);
        }
    }

    @Test
    void a_truncated_file_that_has_grown_past_the_position_or_to_it_starts_again()
            throws Exception {
        Path file = write("a1\na2\n");
        FollowPolicy slow = FollowPolicy.STANDARD.every(Duration.ofMillis(200));
        try (FollowedFile source = FollowedFile.follow(file, slow)) {
            assertThat(next(source, "a1\na2\n")).isEqualTo("a1\na2\n");
            Files.writeString(file, "b1\nb2\nb3\n");
            assertThat(next(source, "b1\nb2\nb3\n")).isEqualTo("b1\nb2\nb3\n");
            Files.writeString(file, "c1\nc2\nc3\n");
            assertThat(next(source, "c1\nc2\nc3\n")).isEqualTo("c1\nc2\nc3\n");
        }
    }

    @Test
    void a_deleted_file_is_waited_for_and_then_given_up() throws Exception {
        Path file = write("a\n");
        FollowPolicy patient = QUICK.newFileWithin(Duration.ofSeconds(2));
        try (FollowedFile source = FollowedFile.follow(file, patient)) {
            assertThat(next(source, "a\n")).isEqualTo("a\n");
            Files.delete(file);
            write("b\n");
            assertThat(next(source, "b\n")).isEqualTo("b\n");
            Files.delete(file);
            assertThat(Reading.toEnd(source)).isEmpty();
        }
    }

    @Test
    void rotations_are_kept_for_a_parser_that_is_slow() throws Exception {
        String much = "0123456789abcde\n".repeat(150_000);
        Path file = write(much);
        try (FollowedFile source = FollowedFile.follow(file, QUICK)) {
            for (int number = 1; number <= 5; number++) {
                Thread follower = follower(file);
                rename("app.log." + number);
                write(number + "\n");
                // Time for it to look, at least twice.
                for (int looks = 0; looks < 20; looks++) {
                    Reading.awaitBlocked(follower);
                    Thread.sleep(2);
                }
            }
            String all = Reading.atLeast(source, much.length() + 10);
            assertThat(all.equals(much + "1\n2\n3\n4\n5\n")).isTrue();
        }
    }

    private static Thread follower(Path file) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("tamias-source " + file))
                .findAny()
                .orElseThrow();
    }

    @Test
    void an_interrupt_ends_a_blocked_load_and_the_source_goes_on() throws Exception {
        Path file = write("");
        try (FollowedFile source = FollowedFile.follow(file, QUICK)) {
            Reading.interrupt(() -> source.load(1));
            write("on");
            assertThat(next(source, "on")).isEqualTo("on");
        }
        Reading.awaitNoThread(file.toString());
    }

    @Test
    void a_file_that_is_not_there_or_no_file_is_told() {
        assertThatThrownBy(() -> FollowedFile.follow(directory.resolve("none.log")))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("none.log\" to follow");
        assertThatThrownBy(() -> FollowedFile.follow(directory))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("is not a file");
    }
}
