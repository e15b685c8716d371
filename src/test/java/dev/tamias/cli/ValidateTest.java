package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {

    private static final String COMPONENT = "src/test/resources/components/resources.wasm";
    private static final String MODULE = "src/test/resources/wast/core/spec.1.wasm";

    @TempDir private Path directory;

    private String file(String name, int... bytes) throws Exception {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(directory.resolve(name), content).toString();
    }

    @Test
    void files_are_judged_in_their_order() throws Exception {
        String unknown = file("section.wasm", 0, 'a', 's', 'm', 0xd, 0, 1, 0, 0x63, 0);
        // Exports function 0, and there is none.
        String invalid =
                file("export.wasm", 0, 'a', 's', 'm', 0xd, 0, 1, 0, 11, 7, 1, 0, 1, 'f', 1, 0, 0);
        // Its one function body leaves an i64 where an i32 is due.
        String body =
                file(
                        "body.wasm",
                        0,
                        'a',
                        's',
                        'm',
                        1,
                        0,
                        0,
                        0,
                        1,
                        5,
                        1,
                        0x60,
                        0,
                        1,
                        0x7f,
                        3,
                        2,
                        1,
                        0,
                        10,
                        6,
                        1,
                        4,
                        0,
                        0x42,
                        1,
                        0xb);
        String empty = file("empty\n.wasm");
        String missing = directory.resolve("missing.wasm").toString();

        TamiasProcess.Ended ended =
                TamiasProcess.run(
                        "validate", COMPONENT, unknown, invalid, MODULE, body, empty, missing);

        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        List<List<String>> lines = ended.fields();
        assertThat(lines).hasSize(7).allMatch(line -> line.size() == 5);
        assertThat(lines.get(0)).containsExactly(COMPONENT, "ok", "-", "-", "-");
        assertThat(lines.get(1)).startsWith(unknown, "reject", "MalformedComponent", "8");
        assertThat(lines.get(2)).startsWith(invalid, "reject", "InvalidComponent");
        assertThat(lines.get(3)).containsExactly(MODULE, "ok", "-", "-", "-");
        assertThat(lines.get(4)).startsWith(body, "reject");
        assertThat(lines.get(5).get(0)).endsWith("empty\\n.wasm");
        assertThat(lines.get(5)).contains("reject", "MalformedComponent");
        assertThat(lines.get(6)).startsWith(missing, "crash", "NoSuchFileException", "-");
    }

    @Test
    void a_list_of_many_files_is_judged_in_one_process() throws Exception {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            paths.add(i % 2 == 0 ? COMPONENT : MODULE);
        }
        Path list = directory.resolve("list.txt");
        Files.write(list, paths);

        TamiasProcess.Ended ended = TamiasProcess.run("validate", "--list", list.toString());

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines())
                .containsExactlyElementsOf(
                        paths.stream().map(path -> path + "\tok\t-\t-\t-").toList());
    }
}
