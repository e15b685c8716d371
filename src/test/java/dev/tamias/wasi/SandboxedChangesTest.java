package dev.tamias.wasi;

import static dev.tamias.wasi.Errors.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxedChangesTest {

    @TempDir Path temporary;
    private Box box;

    @BeforeEach
    void fill() throws IOException {
        box = new Box(temporary);
    }

    @Test
    void a_read_only_directory_refuses_every_change() throws Exception {
        box.link("link", "file");
        try (SandboxedDirectory directory = box.open(Access.READ_ONLY)) {
            var read = EnumSet.of(DescriptorFlag.READ);
            for (OpenFlag flag : EnumSet.of(OpenFlag.CREATE, OpenFlag.TRUNCATE)) {
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> directory.open("file", true, EnumSet.of(flag), read));
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> directory.open("new", true, EnumSet.of(flag), read));
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> directory.open("link", true, EnumSet.of(flag), read));
            }
            var none = EnumSet.noneOf(OpenFlag.class);
            for (DescriptorFlag use :
                    EnumSet.of(DescriptorFlag.WRITE, DescriptorFlag.MUTATE_DIRECTORY)) {
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> directory.open("file", true, none, EnumSet.of(use)));
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> directory.open("a", true, none, EnumSet.of(use)));
            }
            expect(ErrorCode.NOT_PERMITTED, () -> directory.createDirectory("new"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.unlinkFile("file"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.removeDirectory("a/b"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.rename("file", directory, "new"));
            expect(
                    ErrorCode.NOT_PERMITTED,
                    () -> directory.touch("file", true, null, FileTime.fromMillis(0)));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.touch(null, FileTime.fromMillis(0)));
            try (Descriptor below = Box.openToRead(directory, "a")) {
                expect(
                        ErrorCode.NOT_PERMITTED,
                        () -> ((SandboxedDirectory) below).createDirectory("new"));
            }
            try (Descriptor opened = Box.openToRead(directory, "file")) {
                SandboxedFile file = (SandboxedFile) opened;
                expect(ErrorCode.NOT_PERMITTED, () -> file.write(new byte[1], 0));
                expect(ErrorCode.NOT_PERMITTED, () -> file.resize(0));
                expect(ErrorCode.NOT_PERMITTED, () -> file.touch(null, FileTime.fromMillis(0)));
            }
            assertThat(directory.flags()).containsExactly(DescriptorFlag.READ);
        }
        assertThat(box.inside.resolve("file")).hasContent("file in box");
        assertThat(box.inside.resolve("new")).doesNotExist();
    }

    @Test
    void changes_nothing_between_a_read_only_and_a_changeable_directory() {
        try (SandboxedDirectory fixed = box.open(Access.READ_ONLY);
                SandboxedDirectory free = box.open(Access.READ_WRITE)) {
            expect(ErrorCode.NOT_PERMITTED, () -> fixed.rename("file", free, "new"));
            expect(ErrorCode.NOT_PERMITTED, () -> free.rename("file", fixed, "new"));
        }
    }

    @Test
    void makes_renames_and_removes() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            directory.createDirectory("made");
            directory.createDirectory("made/below/");
            Box.write(directory, "made/below/file", "content");
            directory.rename("made/below", directory, "moved");
            assertThat(Box.read(directory, "moved/file")).isEqualTo("content");
            expect(ErrorCode.EXIST, () -> directory.createDirectory("moved"));
            expect(ErrorCode.EXIST, () -> directory.createDirectory("file"));
            expect(ErrorCode.EXIST, () -> directory.createDirectory("."));
            expect(ErrorCode.NOT_EMPTY, () -> directory.removeDirectory("moved"));
            expect(ErrorCode.NOT_DIRECTORY, () -> directory.removeDirectory("file"));
            expect(ErrorCode.IS_DIRECTORY, () -> directory.unlinkFile("moved"));
            directory.unlinkFile("moved/file");
            directory.removeDirectory("moved");
            directory.removeDirectory("made/");
            expect(ErrorCode.NO_ENTRY, () -> directory.unlinkFile("moved"));
        }
        try (var left = Files.list(box.inside)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("a", "file");
        }
    }

    @Test
    void removes_and_renames_a_link_rather_than_what_it_leads_to() throws Exception {
        box.link("secret", "../outside/secret").link("other", "../outside");
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            directory.rename("secret", directory, "renamed");
            assertThat(box.inside.resolve("renamed")).isSymbolicLink();
            directory.unlinkFile("renamed");
            directory.unlinkFile("other");
        }
        assertThat(box.outside.resolve("secret")).hasContent(Box.SECRET);
    }

    @Test
    void exclusive_creation_refuses_what_exists_and_follows_no_link() throws Exception {
        box.link("dangling", "nothing");
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE)) {
            var how = EnumSet.of(OpenFlag.CREATE, OpenFlag.EXCLUSIVE);
            var write = EnumSet.of(DescriptorFlag.WRITE);
            expect(ErrorCode.EXIST, () -> directory.open("file", true, how, write));
            expect(ErrorCode.EXIST, () -> directory.open("dangling", true, how, write));
            directory.open("new", true, how, write).close();
            assertThat(box.inside.resolve("new")).exists();
        }
    }

    @Test
    void reads_and_writes_where_it_is_told() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE);
                Descriptor opened =
                        directory.open(
                                "file",
                                true,
                                EnumSet.noneOf(OpenFlag.class),
                                EnumSet.of(DescriptorFlag.READ, DescriptorFlag.WRITE))) {
            SandboxedFile file = (SandboxedFile) opened;
            file.write("FILE".getBytes(StandardCharsets.UTF_8), 0);
            assertThat(file.read(7, 0)).asString().isEqualTo("FILE in");
            assertThat(file.read(-1, 8)).asString().isEqualTo("box");
            assertThat(file.read(10, 11)).isEmpty();
            assertThat(file.read(10, 1000)).isEmpty();
            file.resize(4);
            file.resize(6);
            assertThat(file.read(10, 0)).isEqualTo(new byte[] {'F', 'I', 'L', 'E', 0, 0});
            assertThat(file.stat().size()).isEqualTo(6);
            expect(ErrorCode.INVALID, () -> file.read(1, -1));
            expect(ErrorCode.FILE_TOO_LARGE, () -> file.write(new byte[2], Long.MAX_VALUE - 1));
            file.touch(null, FileTime.from(Instant.ofEpochSecond(1000)));
            assertThat(file.stat().modified()).isEqualTo(Instant.ofEpochSecond(1000));
            directory.unlinkFile("file");
            assertThat(file.stat().size()).isEqualTo(6);
        }
    }

    @Test
    void a_file_that_is_made_for_reading_cannot_be_written() throws Exception {
        try (SandboxedDirectory directory = box.open(Access.READ_WRITE);
                Descriptor opened =
                        directory.open(
                                "new",
                                true,
                                EnumSet.of(OpenFlag.CREATE),
                                EnumSet.of(DescriptorFlag.READ))) {
            expect(ErrorCode.BAD_DESCRIPTOR, () -> ((SandboxedFile) opened).write(new byte[1], 0));
            assertThat(((SandboxedFile) opened).read(1, 0)).isEmpty();
        }
    }

    @Test
    void a_quota_counts_content_and_entries_and_files_that_are_removed_while_open()
            throws Exception {
        Preopen preopen =
                Preopen.directory(box.inside, "/", Access.READ_WRITE)
                        .withQuotaBytes(2 * Preopen.ENTRY_BYTES + 1000);
        try (SandboxedDirectory directory = Box.open(preopen)) {
            Descriptor opened =
                    directory.open(
                            "new",
                            true,
                            EnumSet.of(OpenFlag.CREATE),
                            EnumSet.of(DescriptorFlag.WRITE));
            SandboxedFile file = (SandboxedFile) opened;
            directory.createDirectory("made");
            expect(ErrorCode.QUOTA, () -> directory.createDirectory("more"));
            expect(ErrorCode.QUOTA, () -> file.write(new byte[1001], 0));
            expect(ErrorCode.QUOTA, () -> file.resize(1001));
            file.write(new byte[1000], 0);
            file.write(new byte[1000], 0);
            expect(ErrorCode.QUOTA, () -> file.write(new byte[1], 1000));
            directory.unlinkFile("new");
            directory.createDirectory("instead");
            expect(
                    ErrorCode.QUOTA,
                    () -> Box.write(directory, "file", "longer than what was there"));
            opened.close();
            Box.write(directory, "file", "longer than what was there");
        }
    }
}
