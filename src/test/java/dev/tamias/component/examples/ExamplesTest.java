package dev.tamias.component.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each example and reads what it prints. */
class ExamplesTest {

    /** A {@code main} method. */
    interface Example {
        void main(String[] args) throws IOException;
    }

    static List<Arguments> examples() {
        return List.of(
                example(
                        "Component",
                        ComponentExample::main,
                        "demo:math/ops@1.0.0: instance",
                        "tax: function",
                        "price: function",
                        "MALFORMED_COMPONENT"),
                example(
                        "Instance",
                        InstanceExample::main,
                        "[demo:math/ops@1.0.2]",
                        "[add, mul]",
                        "U32[value=5]",
                        "the instance of \"add\" was closed"),
                example(
                        "Func",
                        FuncExample::main,
                        "greet: func(name: string) -> string",
                        "Hello, Ada!",
                        "parameter \"name\" of \"greet\": a u32 is given for string"),
                example(
                        "HostFunc",
                        HostFuncExample::main,
                        "U32[value=1200]",
                        "import \"tax\" does not fit: func(euros: f64) -> u32 is given for"
                                + " func(cents: u32) -> u32"),
                example(
                        "Linker",
                        LinkerExample::main,
                        "[\"demo:math/ops@1.0.0#mul\" (function), \"tax\" (function)]",
                        "[]",
                        "U32[value=219]",
                        "U32[value=419]"),
                example(
                        "Val",
                        ValExample::main,
                        "F64[value=10.0]",
                        "x = S32[value=11]",
                        "y = S32[value=9]",
                        "Bool[value=false]",
                        "there is no label \"mauve\" in enum { red, green, blue }"),
                example(
                        "Resources",
                        ResourcesExample::main,
                        "dropped at 10",
                        "dropped at 5",
                        "dropped at 16",
                        "U32[value=16]",
                        "1 left",
                        "dropped at 77",
                        "0 left"),
                example(
                        "CoreModule",
                        CoreModuleExample::main,
                        "U32[value=7]",
                        "import \"codec\" does not fit: its export \"encode\": is missing"),
                example("Visitor", VisitorExample::main, "60000 rows", "900000000"));
    }

    private static Arguments example(String name, Example example, String... printed) {
        return Arguments.of(name, example, List.of(printed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void an_example_prints_what_it_should(String name, Example example, List<String> printed)
            throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            example.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .as(name)
                .containsExactlyElementsOf(printed);
    }

    @Test
    void the_guide_shows_the_code_of_the_examples() throws IOException {
        Set<String> known = new HashSet<>();
        try (Stream<Path> sources =
                Files.list(Path.of("src/test/java/dev/tamias/component/examples"))) {
            for (Path source : sources.toList()) {
                Files.readAllLines(source).forEach(line -> known.add(line.strip()));
            }
        }
        boolean code = false;
        List<String> shown = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/embedding.md"))) {
            if (line.startsWith("```")) {
                code = line.equals("```java");
            } else if (code) {
                shown.add(line.strip());
            }
        }
        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(known).containsAll(shown);
    }
}
