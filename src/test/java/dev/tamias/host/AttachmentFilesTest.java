package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.Attachment;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentFilesTest {

    @TempDir Path directory;

    private static Attachment attachment(String name, String content, @Nullable String modified) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        return new Attachment(name, data.length, null, modified, List.of(), data);
    }

    private static Attachment attachment(String name, String content) {
        return attachment(name, content, null);
    }

    @Test
    void a_file_that_is_there_stays_as_it_is() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "mine");

        List<Path> files =
                AttachmentFiles.save(
                        List.of(attachment("a.txt", "one"), attachment("b/a.txt", "two")),
                        directory);

        assertThat(files)
                .extracting(file -> directory.toRealPath().relativize(file).toString())
                .containsExactly("a_2.txt", "a_3.txt");
        assertThat(directory.resolve("a.txt")).hasContent("mine");
        assertThat(directory.resolve("a_2.txt")).hasContent("one");
        assertThat(directory.resolve("a_3.txt")).hasContent("two");
    }

    @Test
    void a_link_is_never_written_through() throws IOException {
        Path inside = Files.createDirectory(directory.resolve("inside"));
        Path outside = Files.writeString(directory.resolve("outside.txt"), "mine");
        Files.createSymbolicLink(inside.resolve("a.txt"), outside);
        Files.createSymbolicLink(inside.resolve("b.txt"), directory.resolve("missing.txt"));

        AttachmentFiles.save(
                List.of(attachment("a.txt", "evil"), attachment("b.txt", "evil")), inside);

        assertThat(outside).hasContent("mine");
        assertThat(directory.resolve("missing.txt")).doesNotExist();
        assertThat(inside.resolve("a_2.txt")).isRegularFile().hasContent("evil");
        assertThat(inside.resolve("b_2.txt")).isRegularFile().hasContent("evil");
        assertThat(Files.isSymbolicLink(inside.resolve("a.txt"))).isTrue();
    }

    @Test
    void nothing_is_written_outside() throws IOException {
        Path inside = directory.resolve("new/inside");

        AttachmentFiles.save(
                Stream.of("../../x", "/x", "..", "a\0b", "x".repeat(300), "\u202Ea\u2066")
                        .map(name -> attachment(name, name))
                        .toList(),
                inside);

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allMatch(file -> file.getParent().equals(inside));
        }
    }

    @Test
    void a_date_as_iso_8601_has_it_is_kept() throws IOException {
        List<Path> files =
                AttachmentFiles.save(
                        List.of(
                                attachment("a", "", "2026-01-02T03:04:05Z"),
                                attachment("b", "", "2026-01-02"),
                                attachment("c", "", "yesterday")),
                        directory);

        assertThat(Files.getLastModifiedTime(files.get(0), LinkOption.NOFOLLOW_LINKS).toInstant())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(Files.getLastModifiedTime(files.get(1)).toInstant())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(files.get(2)).exists();
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(
                        () -> AttachmentFiles.save(List.of(attachment("a", "")), file.resolve("x")))
                .isInstanceOfSatisfying(
                        HostException.class,
                        failure -> assertThat(failure.trouble()).isEqualTo(Trouble.OUTPUT))
                .hasMessageContaining("An attachment cannot be saved in \"" + file.resolve("x"));
    }
}
