package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

    @TempDir private Path directory;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final PrintStream standardOut = System.out;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(standardOut);
    }

    private int run(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("script.jsh"), script);
        return Main.run("shell-script", file.toString());
    }

    private String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2|3",
                "\"é\"|é",
                "int x = 4; // four|''",
                "int x = 4; x|4",
                "int x; x = 5|5",
                "int f(int a) { return g(a); } int g(int a) { return 2 * a; } f(4)|8",
                "List.of(1, 2).forEach(System.out::print)|12",
                "new int[] {1, 2}|[1, 2]",
                "Plugins.scan().parser(\"lines\").set(\"a\", 1) instanceof ParserStep|true"
            })
    void prints_the_value_of_the_last_expression(String script, String value) throws IOException {
        assertThat(run(script)).isZero();

        assertThat(results().strip()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"x\");",
                "Plugins.scan().parser(\"nonsense\").schema()",
                "int x = \"text\";",
                "nonsense();",
                "for (int i = 0;",
                "1 +",
                "1 / 0; System.out.println(\"not reached\")"
            })
    void an_error_ends_the_script_with_exit_one(String script) throws IOException {
        assertThat(run(script)).isEqualTo(1);

        assertThat(results()).isEmpty();
    }

    @Test
    void prints_the_table_of_a_chain() throws IOException {
        assertThat(
                        run(
                                "Plugins.scan().parser(\"lines\")\n    .over(bytes(\"a\\nb\\n\".getBytes()))\n    .table()"))
                .isZero();

        assertThat(results()).startsWith("Message\n-------\na\nb\n").contains("2 rows × 1 columns");
    }
}
