package dev.tamias.wasi;

import static dev.tamias.wasi.Errors.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that a guest makes. */
class SandboxedLinksTest {

    @TempDir private Path temporary;
    private Box box;

    @BeforeEach
    void fill() throws IOException {
        box = new Box(temporary);
    }

    @Test
    void a_link_is_made_read_and_followed_inside() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            directory.symlink("../../file", "a/b/link");
            directory.symlink("nowhere", "dangling");
            assertThat(directory.readLink("a/b/link")).isEqualTo("../../file");
            assertThat(Box.read(directory, "a/b/link")).isEqualTo("file in box");
            assertThat(directory.stat("dangling", false).kind()).isEqualTo(FileKind.SYMBOLIC_LINK);
            expect(ErrorCode.NO_ENTRY, () -> directory.stat("dangling", true));
        }
        assertThat(box.inside).isDirectoryNotContaining("glob:**/.tamias-*");
    }

    @Test
    void a_link_that_leads_outside_is_made_and_never_followed() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            directory.symlink("../outside", "out");
            expect(ErrorCode.NOT_PERMITTED, () -> Box.read(directory, "out/secret"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.link("out/secret", directory, "mine"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.link("file", directory, "out/mine"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.symlink("file", "out/mine"));
            expect(
                    ErrorCode.NOT_PERMITTED,
                    () -> directory.symlink(box.outside + "/secret", "absolute"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.symlink("/box/file", "absolute"));
        }
        assertThat(box.outside).isDirectoryContaining("glob:**/secret");
        assertThat(box.outside.toFile().list()).hasSize(1);
    }

    @Test
    void a_hard_link_is_the_same_object_and_is_counted() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            assertThat(directory.stat("file", false).links()).isEqualTo(1);
            directory.link("file", directory, "a/second");
            FileStat first = directory.stat("file", false);
            assertThat(first.isSameObject(directory.stat("a/second", false))).isTrue();
            assertThat(first.links()).isEqualTo(2);
            assertThat(first.changed()).isNotNull();
            Box.write(directory, "a/second", "changed");
            assertThat(Box.read(directory, "file")).isEqualTo("changed");
            directory.unlinkFile("file");
            assertThat(Box.read(directory, "a/second")).isEqualTo("changed");
        }
    }

    @Test
    void says_why_a_link_is_not_made() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            expect(ErrorCode.NO_ENTRY, () -> directory.link("none", directory, "new"));
            expect(ErrorCode.EXIST, () -> directory.link("file", directory, "file"));
            expect(ErrorCode.EXIST, () -> directory.link("file", directory, "a"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.link("a", directory, "new"));
            expect(ErrorCode.NO_ENTRY, () -> directory.link("file", directory, "new/"));
            expect(ErrorCode.NOT_DIRECTORY, () -> directory.link("file/", directory, "new"));
            expect(ErrorCode.EXIST, () -> directory.symlink("x", "file"));
            expect(ErrorCode.EXIST, () -> directory.symlink("x", "a/"));
            expect(ErrorCode.NOT_DIRECTORY, () -> directory.symlink("x", "file/"));
            expect(ErrorCode.NO_ENTRY, () -> directory.symlink("x", "new/"));
            expect(ErrorCode.NO_ENTRY, () -> directory.symlink("", "new"));
        }
    }

    @Test
    void no_link_is_made_in_what_is_granted_to_read_or_into_another_grant() throws Exception {
        try (SandboxedDirectory reads = box.open(Access.READ_ONLY);
                SandboxedDirectory writes = box.open(Access.READ_WRITE)) {
            expect(ErrorCode.NOT_PERMITTED, () -> reads.symlink("file", "link"));
            expect(ErrorCode.NOT_PERMITTED, () -> reads.link("file", writes, "link"));
            expect(ErrorCode.NOT_PERMITTED, () -> writes.link("file", reads, "link"));
        }
        try (SandboxedDirectory one = box.open(Access.READ_WRITE);
                SandboxedDirectory other = box.open(Access.READ_WRITE)) {
            expect(ErrorCode.CROSS_DEVICE, () -> one.link("file", other, "link"));
        }
    }

    @Test
    void a_second_name_gives_no_quota_back_when_the_first_is_removed() throws Exception {
        Preopen preopen =
                Preopen.directory(box.inside, "/box", Access.READ_WRITE)
                        .withQuotaBytes(4 * Preopen.ENTRY_BYTES);
        try (SandboxedDirectory directory = Box.open(preopen)) {
            Box.write(directory, "big", "x".repeat(2 * (int) Preopen.ENTRY_BYTES));
            directory.link("big", directory, "second");
            directory.unlinkFile("big");
            expect(
                    ErrorCode.QUOTA,
                    () -> Box.write(directory, "more", "x".repeat((int) Preopen.ENTRY_BYTES)));
            directory.unlinkFile("more");
            directory.unlinkFile("second");
            Box.write(directory, "more", "x".repeat((int) Preopen.ENTRY_BYTES));
        }
    }

    @Test
    void entries_are_counted_to_their_limit_and_given_back() throws Exception {
        Preopen preopen =
                Preopen.directory(box.inside, "/box", Access.READ_WRITE).withQuotaEntries(4);
        try (SandboxedDirectory directory = Box.open(preopen)) {
            Box.write(directory, "one", "");
            directory.createDirectory("two");
            directory.symlink("one", "three");
            directory.link("one", directory, "four");
            expect(ErrorCode.QUOTA, () -> Box.write(directory, "five", ""));
            expect(ErrorCode.QUOTA, () -> directory.createDirectory("five"));
            expect(ErrorCode.QUOTA, () -> directory.symlink("one", "five"));
            expect(ErrorCode.QUOTA, () -> directory.link("one", directory, "five"));
            directory.removeDirectory("two");
            Box.write(directory, "five", "");
        }
        assertThat(box.inside.resolve("five")).isEmptyFile();
        assertThat(Files.exists(box.inside.resolve("two"))).isFalse();
    }
}
