package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a plugin, an input or a value is said in one sentence, and nothing else is harmed. */
class BadInputTest {

    private static final Path PLUGINS = Path.of("src/test/resources/plugins");
    private static final byte[] THREE_LINES = "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FIVE_LINES = "1\n2\n3\n4\n5\n".getBytes(StandardCharsets.UTF_8);

    private static ParserStep faulty(String fault) {
        return Plugins.scan()
                .parser(PLUGINS.resolve("faulty/faulty.wasm").toString())
                .set("fault", fault);
    }

    @AfterEach
    void a_second_plugin_goes_on_working() {
        assertThat(Plugins.scan().parser("lines").over(bytes(THREE_LINES)).table().rowCount())
                .isEqualTo(3);
    }

    private static void assertFails(ParserStep parser, Trouble trouble, String... said) {
        TamiasException failure =
                catchThrowableOfType(
                        TamiasException.class, () -> parser.over(bytes(FIVE_LINES)).table());
        assertThat(failure.trouble()).isEqualTo(trouble);
        assertThat(failure).hasMessageContainingAll(said);
        assertThat(failure.getMessage()).endsWith("[" + trouble.link() + "]");
    }

    @Test
    void a_file_that_is_no_component(@TempDir Path directory) throws IOException {
        Path text = Files.writeString(directory.resolve("notes.wasm"), "these are notes");

        assertFails(
                Plugins.scan().parser(text.toString()),
                Trouble.MALFORMED_COMPONENT,
                "\"notes\" is no usable plugin");
    }

    @Test
    void a_core_module() {
        assertFails(
                Plugins.scan().parser(PLUGINS.resolve("core-module/core-module.wasm").toString()),
                Trouble.MALFORMED_COMPONENT,
                "\"core-module\"",
                "core WebAssembly module, not a component");
    }

    @Test
    void a_component_without_a_plugin_interface() {
        assertFails(
                Plugins.scan().parser(PLUGINS.resolve("no-export/no-export.wasm").toString()),
                Trouble.NOT_A_PLUGIN,
                "\"no-export\" is a component but no plugin",
                "chipmunk:parser/parser");
    }

    @Test
    void a_plugin_for_another_version() {
        assertFails(
                Plugins.scan()
                        .parser(PLUGINS.resolve("other-version/other-version.wasm").toString()),
                Trouble.PLUGIN_VERSION,
                "version 0.2.0",
                "0.1.x");
    }

    @Test
    void a_byte_source_is_no_parser() {
        Path wasm =
                Path.of(
                        "src/main/resources/dev/tamias/plugins/bytesources/file-source/file-source.wasm");

        assertFails(
                Plugins.scan().parser(wasm.toString()),
                Trouble.NOT_A_PLUGIN,
                "is a byte source, not a parser");
    }

    @Test
    void an_unknown_plugin_is_answered_with_those_there_are() {
        assertFails(
                Plugins.scan().parser("lnies"),
                Trouble.UNKNOWN_PLUGIN,
                "no parser \"lnies\"",
                "dlt, fields, lines");
    }

    @Test
    void a_missing_file() {
        SourceStep step = Plugins.scan().parser("lines").over(file("no/such.log"));

        assertThatThrownBy(step::table)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("no/such.log");
    }

    @Test
    void a_name_that_means_nothing_or_two_things() throws IOException {
        assertThatThrownBy(() -> Plugins.scan().parser("lines").over(bytes("nothing.log")).table())
                .hasMessageContaining(
                        "neither a byte-source plugin (there are: file-source) nor a file");
        Path file = Files.writeString(Path.of("file-source"), "x");
        try {
            assertThatThrownBy(
                            () -> Plugins.scan().parser("lines").over(bytes("file-source")).table())
                    .hasMessageContaining("source(\"file-source\") or file(\"file-source\")");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_wrong_configuration_value() {
        assertFails(
                Plugins.scan().parser("lines").set("format", "xml"),
                Trouble.CONFIGURATION,
                "\"format\" of plugin \"lines\" takes one of",
                "\"xml\"");
        assertFails(
                Plugins.scan().parser("lines").set("format", "regex").set("pattern", "(?<A>"),
                Trouble.INIT,
                "configuration error");
    }

    @ParameterizedTest
    @CsvSource({
        "trap, TRAP, trapped while parsing",
        "recurse, TRAP, trapped while parsing",
        "trap-init, TRAP, trapped while initialising",
        "init-config, INIT, configuration error",
        "init-io, INIT, input or output error",
        "init-unsupported, INIT, unsupported error",
        "init-other, INIT, other error",
        "parse-error, PARSE, bytes",
        "unrecoverable, PARSE, cannot go on",
        "zero, PARSE, without consuming",
        "consume-zero, PARSE, without consuming",
        "over-consume, CONTRACT, consumed",
        "huge-consume, CONTRACT, consumed 18446744073709551615",
        "bad-utf8, TRAP, UTF-8"
    })
    void a_plugin_that_breaks_its_contract(String fault, Trouble trouble, String said) {
        assertFails(faulty(fault), trouble, said);
    }

    @Test
    void rows_before_a_trap_are_kept() {
        TableIncomplete failure =
                catchThrowableOfType(
                        TableIncomplete.class,
                        () -> faulty("trap-later").over(bytes(sixHundredKilobytes())).table());

        assertThat(failure.trouble()).isEqualTo(Trouble.TRAP);
        assertThat(failure).hasCauseInstanceOf(GuestException.class);
        assertThat(failure.table().rowCount()).isPositive();
        assertThat(failure.parsed().summary().complete()).isFalse();
        assertThat(failure.parsed().summary().rows()).isEqualTo(failure.table().rowCount());
    }

    private static byte[] sixHundredKilobytes() {
        return "a line of a log that is long enough to be cut into slices\n"
                .repeat(11_000)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_source_that_fails_on_the_way_is_not_the_plugins_fault() {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(sixHundredKilobytes()),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("disk gone");
                            }
                        });

        TableIncomplete failure =
                catchThrowableOfType(
                        TableIncomplete.class,
                        () -> Plugins.scan().parser("lines").over(bytes(broken)).table());

        assertThat(failure)
                .hasCauseInstanceOf(HostException.class)
                .hasMessageContaining("disk gone");
        assertThat(failure.table().rowCount()).isPositive();
    }

    @Test
    void a_plugin_that_never_finds_an_item_leaves_the_bytes() {
        Parsed parsed = faulty("incomplete").over(bytes(FIVE_LINES)).parse();

        assertThat(parsed.table().rowCount()).isZero();
        assertThat(parsed.summary().tail()).isEqualTo(FIVE_LINES.length);
    }

    private static List<String> rows(String fault) {
        return faulty(fault).over(bytes(FIVE_LINES)).table().stringColumn(0).asList();
    }

    @Test
    void a_plugin_sees_no_environment_and_no_files() {
        assertThat(rows("env")).containsExactly("0 variables");
        assertThat(rows("open-outside"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("opened") && !row.contains("/tamias-temp"));
    }

    @Test
    void a_plugin_has_a_temporary_directory_of_its_own() {
        assertThat(rows("temp")).containsExactly("/tamias-temp/note.txt: ok");
    }

    @Test
    void a_stream_gives_the_rows_before_its_failure() {
        try (var items = faulty("trap-later").over(bytes(sixHundredKilobytes())).items()) {
            var iterator = items.iterator();
            assertThat(iterator.next().offset()).isZero();
            assertThatThrownBy(() -> iterator.forEachRemaining(item -> {}))
                    .isInstanceOf(GuestException.class);
        }
    }

    @Test
    void an_unknown_sample_is_named() {
        assertThatThrownBy(() -> Plugins.scan().parser("lines").over(sample("no.log")).table())
                .hasMessageContaining("no sample log \"no.log\"");
    }
}
