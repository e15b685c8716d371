package dev.tamias.wasi;

import static dev.tamias.wasi.Errors.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxedDirectoryTest {

    @TempDir Path temporary;
    private Box box;
    private SandboxedDirectory directory;

    @BeforeEach
    void open() throws IOException {
        box = new Box(temporary);
        directory = box.open(Access.READ_WRITE);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @ParameterizedTest
    @CsvSource({
        "file, file in box",
        "./file, file in box",
        "a/../file, file in box",
        "a/b/../../file, file in box",
        "a//b///deep, deep in box",
        "a/./b/./deep, deep in box"
    })
    void reads_what_is_inside(String path, String content) throws FileError {
        assertThat(Box.read(directory, path)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../outside/secret",
                "../inside/file",
                "a/../../outside/secret",
                "a/../..",
                "./..",
                "/etc/passwd",
                "/",
                "//etc/passwd"
            })
    void refuses_a_path_that_leads_outside(String path) {
        expect(ErrorCode.NOT_PERMITTED, () -> Box.openToRead(directory, path));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.stat(path, true));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.stat(path, false));
        expect(ErrorCode.NOT_PERMITTED, () -> Box.write(directory, path + "/x", "x"));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.createDirectory(path + "/x"));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.unlinkFile(path));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.removeDirectory(path));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.rename(path, directory, "x"));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.rename("file", directory, path + "/x"));
        expect(ErrorCode.NOT_PERMITTED, () -> directory.readLink(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "ABSOLUTE"})
    void refuses_to_pass_a_link_that_leads_outside(String target) throws IOException {
        String to = target.equals("ABSOLUTE") ? box.outside.toString() : target;
        box.link("link", to).link("chain", "link").link("secret", to + "/secret");
        for (String path : List.of("link/secret", "chain/secret", "secret", "link/", "link/new")) {
            expect(ErrorCode.NOT_PERMITTED, () -> Box.openToRead(directory, path));
            expect(ErrorCode.NOT_PERMITTED, () -> Box.write(directory, path, "overwritten"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.stat(path, true));
        }
        for (String path : List.of("link/secret", "chain/secret")) {
            expect(ErrorCode.NOT_PERMITTED, () -> directory.stat(path, false));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.createDirectory(path));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.unlinkFile(path));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.removeDirectory(path));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.rename(path, directory, "x"));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.rename("file", directory, path));
            expect(ErrorCode.NOT_PERMITTED, () -> directory.touch(path, true, null, null));
        }
        assertThat(box.outside).isDirectoryContaining(p -> p.endsWith("secret"));
        assertThat(box.outside.resolve("secret")).hasContent(Box.SECRET);
        assertThat(box.outside.resolve("new")).doesNotExist();
    }

    @Test
    void does_not_tell_where_an_absolute_link_leads() throws IOException, FileError {
        box.link("absolute", box.outside.toString()).link("relative", "../outside");
        expect(ErrorCode.NOT_PERMITTED, () -> directory.readLink("absolute"));
        assertThat(directory.readLink("relative")).isEqualTo("../outside");
    }

    @Test
    void follows_links_that_stay_inside() throws IOException, FileError {
        box.link("toFile", "file").link("toDirectory", "a/b").link("chain", "toDirectory/deep");
        box.link("a/b/up", "../../file").link("viaUp", "a/b/up").link("slash", "a/b/");
        assertThat(Box.read(directory, "toFile")).isEqualTo("file in box");
        assertThat(Box.read(directory, "toDirectory/deep")).isEqualTo("deep in box");
        assertThat(Box.read(directory, "chain")).isEqualTo("deep in box");
        assertThat(Box.read(directory, "viaUp")).isEqualTo("file in box");
        assertThat(Box.read(directory, "toDirectory/../../file")).isEqualTo("file in box");
        assertThat(Box.read(directory, "slash/deep")).isEqualTo("deep in box");
    }

    @Test
    void writes_through_a_link_that_stays_inside_even_a_dangling_one() throws Exception {
        box.link("toFile", "file").link("dangling", "a/made");
        Box.write(directory, "toFile", "changed");
        Box.write(directory, "dangling", "made");
        assertThat(box.inside.resolve("file")).hasContent("changed");
        assertThat(box.inside.resolve("a/made")).hasContent("made");
    }

    @Test
    void a_directory_that_was_opened_below_confines_too() throws IOException, FileError {
        box.link("a/up", "../file");
        try (Descriptor below = Box.openToRead(directory, "a")) {
            SandboxedDirectory a = (SandboxedDirectory) below;
            assertThat(Box.read(a, "b/deep")).isEqualTo("deep in box");
            expect(ErrorCode.NOT_PERMITTED, () -> Box.openToRead(a, "../file"));
            expect(ErrorCode.NOT_PERMITTED, () -> Box.openToRead(a, "up"));
        }
    }

    @Test
    void gives_up_on_links_that_lead_in_a_circle() throws IOException {
        box.link("loop", "loop").link("ping", "pong").link("pong", "ping");
        expect(ErrorCode.LOOP, () -> Box.openToRead(directory, "loop"));
        expect(ErrorCode.LOOP, () -> Box.openToRead(directory, "ping/x"));
        expect(ErrorCode.LOOP, () -> directory.stat("pong", true));
    }

    @Test
    void follows_forty_links_and_not_one_more() throws IOException, FileError {
        box.link("link1", "file");
        for (int i = 2; i <= 41; i++) {
            box.link("link" + i, "link" + (i - 1));
        }
        assertThat(Box.read(directory, "link40")).isEqualTo("file in box");
        expect(ErrorCode.LOOP, () -> Box.openToRead(directory, "link41"));
    }

    @Test
    void does_not_follow_the_last_link_where_it_is_not_asked_to() throws IOException, FileError {
        box.link("toFile", "file").link("toDirectory", "a").link("dangling", "nothing");
        var nothing = EnumSet.noneOf(OpenFlag.class);
        var read = EnumSet.of(DescriptorFlag.READ);
        expect(ErrorCode.LOOP, () -> directory.open("toFile", false, nothing, read));
        assertThat(directory.stat("toFile", false).kind()).isEqualTo(FileKind.SYMBOLIC_LINK);
        assertThat(directory.stat("toDirectory", false).kind()).isEqualTo(FileKind.SYMBOLIC_LINK);
        assertThat(directory.stat("toDirectory/", false).kind()).isEqualTo(FileKind.DIRECTORY);
        assertThat(directory.stat("dangling", false).kind()).isEqualTo(FileKind.SYMBOLIC_LINK);
        expect(ErrorCode.NO_ENTRY, () -> directory.stat("dangling", true));
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "dangling"));
    }

    @Test
    void a_trailing_slash_means_a_directory() throws FileError {
        expect(ErrorCode.NOT_DIRECTORY, () -> Box.openToRead(directory, "file/"));
        expect(ErrorCode.NOT_DIRECTORY, () -> Box.openToRead(directory, "file/."));
        expect(ErrorCode.NOT_DIRECTORY, () -> Box.openToRead(directory, "file/../file"));
        expect(ErrorCode.NOT_DIRECTORY, () -> directory.stat("file/", true));
        expect(ErrorCode.NOT_DIRECTORY, () -> directory.unlinkFile("file/"));
        expect(ErrorCode.NOT_DIRECTORY, () -> directory.rename("file", directory, "new/"));
        expect(ErrorCode.IS_DIRECTORY, () -> Box.write(directory, "new/", "x"));
        assertThat(directory.stat("a/", true).kind()).isEqualTo(FileKind.DIRECTORY);
        assertThat(directory.stat("a/.", true).kind()).isEqualTo(FileKind.DIRECTORY);
    }

    @Test
    void refuses_names_that_are_none() {
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, ""));
        expect(ErrorCode.INVALID, () -> Box.openToRead(directory, "fi\0le"));
        expect(ErrorCode.NAME_TOO_LONG, () -> Box.openToRead(directory, "x".repeat(256)));
        expect(ErrorCode.NAME_TOO_LONG, () -> Box.openToRead(directory, "x".repeat(4096)));
        expect(ErrorCode.NAME_TOO_LONG, () -> Box.openToRead(directory, "./".repeat(2048)));
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "x".repeat(255)));
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "a\\b"));
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "C:\\file"));
    }

    @Test
    void tells_what_is_missing_and_what_is_no_directory() {
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "missing"));
        expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(directory, "missing/file"));
        expect(ErrorCode.NOT_DIRECTORY, () -> Box.openToRead(directory, "file/below"));
        expect(
                ErrorCode.NOT_DIRECTORY,
                () ->
                        directory.open(
                                "file",
                                true,
                                EnumSet.of(OpenFlag.DIRECTORY),
                                EnumSet.of(DescriptorFlag.READ)));
    }

    @Test
    void does_not_open_pipes() throws Exception {
        Process mkfifo =
                new ProcessBuilder("mkfifo", box.inside.resolve("pipe").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        expect(ErrorCode.ACCESS, () -> Box.openToRead(directory, "pipe"));
    }

    @Test
    void lists_entries_with_their_kinds() throws IOException, FileError {
        box.link("link", "../outside");
        List<DirectoryListing.Entry> entries = new ArrayList<>();
        try (DirectoryListing listing = directory.list()) {
            for (var entry = listing.next(); entry != null; entry = listing.next()) {
                entries.add(entry);
            }
        }
        assertThat(entries)
                .containsExactlyInAnyOrder(
                        new DirectoryListing.Entry(FileKind.DIRECTORY, "a"),
                        new DirectoryListing.Entry(FileKind.REGULAR_FILE, "file"),
                        new DirectoryListing.Entry(FileKind.SYMBOLIC_LINK, "link"));
    }

    @Test
    void counts_what_is_open() throws FileError {
        try (SandboxedDirectory few =
                SandboxedDirectory.open(
                        Preopen.directory(box.inside, "/", Access.READ_ONLY),
                        new OpenFiles(3),
                        text -> {})) {
            Descriptor first = Box.openToRead(few, "file");
            expect(ErrorCode.NO_ENTRY, () -> Box.openToRead(few, "missing"));
            Descriptor second = Box.openToRead(few, "a");
            assertThatThrownBy(() -> Box.openToRead(few, "file")).isInstanceOf(LimitExceeded.class);
            assertThatThrownBy(few::list).isInstanceOf(LimitExceeded.class);
            first.close();
            Box.openToRead(few, "file").close();
            second.close();
        }
    }

    @Test
    void says_why_something_cannot_be_granted() throws IOException {
        assertRefused(
                Preopen.directory(box.inside.resolve("missing"), "/", Access.READ_ONLY),
                "NoSuchFile");
        assertRefused(
                Preopen.directory(box.inside.resolve("file"), "/", Access.READ_ONLY),
                "not a directory");
        assertRefused(Preopen.file(box.inside.resolve("a")), "not a file");
        Path zip = temporary.resolve("archive.zip");
        try (FileSystem archive =
                FileSystems.newFileSystem(zip, java.util.Map.of("create", "true"))) {
            assertRefused(
                    Preopen.directory(archive.getPath("/"), "/", Access.READ_ONLY),
                    "cannot open files below an open directory");
        }
        assertThat(Files.exists(zip)).isTrue();
    }

    private static void assertRefused(Preopen preopen, String reason) {
        assertThatThrownBy(() -> Box.open(preopen))
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.SANDBOX))
                .hasMessageContaining(reason);
    }
}
