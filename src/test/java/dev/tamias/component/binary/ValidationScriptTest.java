package dev.tamias.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Components that are valid, and others with the sentence that refuses them. Each folder holds a
 * script and what {@code wasm-tools json-from-wast} makes of it.
 */
class ValidationScriptTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/components/validation");

    /** A command of a script; {@code text} is a part of the message, or null for a valid component. */
    private record Command(Path file, String title, String text) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static List<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        try (var folders = Files.list(SCRIPTS)) {
            for (Path folder : folders.sorted().toList()) {
                JsonNode script = new ObjectMapper().readTree(folder.resolve("spec.json").toFile());
                for (JsonNode each : script.get("commands")) {
                    boolean valid = each.get("type").asText().equals("module_definition");
                    commands.add(
                            new Command(
                                    folder.resolve(each.get("filename").asText()),
                                    script.get("source_filename").asText()
                                            + ", line "
                                            + each.get("line"),
                                    valid ? null : each.get("text").asText()));
                }
            }
        }
        return commands;
    }

    static List<Command> valid() throws IOException {
        return commands().stream().filter(each -> each.text() == null).toList();
    }

    static List<Command> invalid() throws IOException {
        return commands().stream().filter(each -> each.text() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts(Command command) {
        assertThat(ComponentDecoder.decode(RealComponents.read(command.file())).definitions())
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses(Command command) {
        byte[] bytes = RealComponents.read(command.file());

        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining(command.text())
                .satisfies(
                        e ->
                                assertThat(e.trouble() == Trouble.UNSUPPORTED_FEATURE)
                                        .isEqualTo(command.text().contains("not supported")));
    }

    @Test
    void runs_every_script() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(120);
    }
}
