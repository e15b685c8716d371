package dev.tamias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a byte source is configured with, read by one written in Rust: the course's. */
class ConfiguredFilesTest {

    private static final String SOURCE = "notebooks/course/greenhouse-source.wasm";

    @TempDir Path temporary;

    private Path file(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> lines(List<Path> files) {
        return Plugins.scan()
                .parser("lines")
                .over(Bytes.source(SOURCE).set("files", files))
                .text()
                .table()
                .stringColumn(0)
                .asList();
    }

    @Test
    void files_of_one_directory_are_all_there() throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(file(i + ".log", "line " + i + "\n"));
            expected.add("line " + i);
        }
        assertThat(lines(files)).isEqualTo(expected);
    }

    @Test
    void files_of_several_directories_and_links_to_elsewhere_are_there_too() throws IOException {
        Path a = file("a/1.log", "a\n");
        Path b = file("b/1.log", "b\n");
        Path c = file("a/2.log", "c\n");
        Path link =
                Files.createSymbolicLink(temporary.resolve("a/link.log"), file("d/1.log", "d\n"));
        assertThat(lines(List.of(a, b, c))).containsExactly("a", "b", "c");
        assertThat(lines(List.of(link))).containsExactly("d");
        assertThat(lines(List.of(a, a))).containsExactly("a", "a");
    }
}
