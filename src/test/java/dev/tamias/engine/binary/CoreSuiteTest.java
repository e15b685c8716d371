package dev.tamias.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each rule of validation, by modules that keep it and modules that break it. They stand as text in
 * {@code src/test/resources/core}, with what {@code pack.py} beside them makes of it.
 */
class CoreSuiteTest {

    /** A folder with the public suite of the core specification in the same form. */
    private static final @Nullable String SUITE = System.getProperty("tamias.core-suite");

    /** What older proposals' tests want to be refused, and the specification allows today. */
    private static final Set<String> OUTDATED = Set.of("multiple tables", "multiple memories");

    /** A proposal that changes rules of the specification. */
    private static final String NEWER = "custom-descriptors";

    private static List<JsonNode> commands(Path script) throws IOException {
        List<JsonNode> binaries = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(script.toFile()).path("commands")) {
            if (each.has("hex") || filename(each).endsWith(".wasm")) {
                binaries.add(each);
            }
        }
        return binaries;
    }

    /** Where a text is the module, its binary stands under a name of its own. */
    private static String filename(JsonNode command) {
        return command.path("binary_filename").asText(command.path("filename").asText());
    }

    private static byte[] bytes(Path script, JsonNode command) throws IOException {
        return command.has("hex")
                ? HexFormat.of().parseHex(command.path("hex").asText())
                : Files.readAllBytes(script.resolveSibling(filename(command)));
    }

    private static @Nullable RejectedBinary rejection(Path script, JsonNode command)
            throws IOException {
        try {
            CoreBinary.of(bytes(script, command));
            return null;
        } catch (RejectedBinary rejected) {
            return rejected;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sections",
                "types",
                "control",
                "variables",
                "memory",
                "references",
                "aggregates",
                "vectors"
            })
    void each_rule_is_kept(String name) throws IOException {
        Path script = Path.of("src/test/resources/core", name + ".json");
        for (JsonNode command : commands(script)) {
            String text = command.path("text").asText();
            RejectedBinary rejected = rejection(script, command);
            String place = name + ".wast:" + command.path("line").asText();
            switch (command.path("type").asText()) {
                case "module" -> assertThat(rejected).as(place).isNull();
                case "assert_invalid" ->
                        assertThat(rejected)
                                .as(place)
                                .isInstanceOf(InvalidModule.class)
                                .hasMessageContaining(text);
                default ->
                        assertThat(rejected)
                                .as(place)
                                .isInstanceOf(MalformedBinary.class)
                                .hasMessageContaining(text);
            }
        }
    }

    @Test
    void the_public_suite_passes() throws IOException {
        assumeTrue(SUITE != null, "the property tamias.core-suite names no folder");
        List<String> failures = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(Path.of(SUITE))) {
            List<Path> scripts =
                    files.filter(each -> each.endsWith("spec.json"))
                            .filter(each -> !each.toString().contains(NEWER))
                            .toList();
            for (Path script : scripts) {
                for (JsonNode command : commands(script)) {
                    count++;
                    if (!holds(command, rejection(script, command))) {
                        failures.add(script.getParent() + ": " + command);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(count).isPositive();
    }

    /** Which of the two kinds a rejection is, the suite itself does not distinguish strictly. */
    private static boolean holds(JsonNode command, @Nullable RejectedBinary rejected) {
        return switch (command.path("type").asText()) {
            case "assert_invalid", "assert_malformed" ->
                    rejected != null || OUTDATED.contains(command.path("text").asText());
            case "module", "module_definition", "assert_unlinkable", "assert_uninstantiable" ->
                    rejected == null || rejected instanceof UnsupportedFeature;
            default -> true;
        };
    }
}
