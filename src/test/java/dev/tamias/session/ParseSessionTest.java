package dev.tamias.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginProbe;
import dev.tamias.host.PluginSetup;
import dev.tamias.model.GuestException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import dev.tamias.source.BinaryByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseSessionTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/tamias");
    private static final Map<Path, Component> COMPONENTS = new ConcurrentHashMap<>();

    /** What a session said: its items in text, its summary. */
    private record Outcome(List<String> items, ParseSummary summary) {}

    private static Component component(Path wasm) {
        return COMPONENTS.computeIfAbsent(
                wasm,
                path -> {
                    try {
                        return PluginProbe.load(
                                path.toString(), Engine.shared(), Files.readAllBytes(path));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Outcome run(
            Path wasm, Map<String, Object> set, byte[] input, ParsePolicy policy) {
        return Engine.shared().executor().run(() -> runHere(wasm, set, input, policy));
    }

    private static Outcome runHere(
            Path wasm, Map<String, Object> set, byte[] input, ParsePolicy policy) {
        Component component = component(wasm);
        String name = wasm.getFileName().toString();
        var schema = PluginProbe.info(name, PluginType.PARSER, Engine.shared(), component).schema();
        PluginSetup setup =
                new PluginSetup(
                        name,
                        Engine.shared(),
                        component,
                        Configuration.of(name, schema, set),
                        LogLevel.ERROR);
        List<String> items = new ArrayList<>();
        try (ParseSession session =
                new ParseSession(ParserHost.open(setup), BinaryByteSource.of(input), policy)) {
            ParseSummary summary =
                    session.run(
                            (offset, length, cells, attachment) ->
                                    items.add(
                                            offset
                                                    + "+"
                                                    + length
                                                    + " "
                                                    + cells
                                                    + (attachment == null
                                                            ? ""
                                                            : " " + attachment.name())));
            return new Outcome(items, summary);
        }
    }

    private static Path bundled(String plugin) {
        return RESOURCES.resolve("plugins/parsers/" + plugin + "/" + plugin + ".wasm");
    }

    private static Outcome faulty(String fault, byte[] input, ParsePolicy policy) {
        return run(
                Path.of("src/test/resources/plugins/faulty/faulty.wasm"),
                Map.of("fault", fault),
                input,
                policy);
    }

    @ParameterizedTest
    @CsvSource({
        "lines, lines.log, 1", "lines, lines.log, 37", "lines, lines.log, 5000",
        "dlt, sample.dlt, 1", "dlt, sample.dlt, 37", "dlt, sample.dlt, 5000",
        "fields, fields.csv, 1", "fields, fields.csv, 37", "fields, fields.csv, 5000"
    })
    void the_rows_are_the_same_for_every_slicing(String plugin, String sample, int slice)
            throws IOException {
        byte[] input = Files.readAllBytes(RESOURCES.resolve("samples").resolve(sample));
        Outcome whole = run(bundled(plugin), Map.of(), input, ParsePolicy.DEFAULT);

        Outcome sliced =
                run(bundled(plugin), Map.of(), input, ParsePolicy.DEFAULT.withFirstSlice(slice));

        assertThat(sliced).isEqualTo(whole);
        assertThat(whole.items()).isNotEmpty();
        assertThat(whole.summary().total()).isEqualTo(input.length);
        assertThat(whole.summary().complete()).isTrue();
    }

    @Test
    void an_unterminated_line_is_left_or_parsed_as_the_policy_says() {
        byte[] input = "one\ntwo".getBytes(StandardCharsets.UTF_8);

        Outcome left = run(bundled("lines"), Map.of(), input, ParsePolicy.DEFAULT);
        Outcome parsed =
                run(
                        bundled("lines"),
                        Map.of(),
                        input,
                        ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE));

        assertThat(left.items()).containsExactly("0+4 [one]");
        assertThat(left.summary()).isEqualTo(new ParseSummary(1, 0, 4, 0, 3, 0, true));
        assertThat(parsed.items()).containsExactly("0+4 [one]", "4+3 [two]");
        assertThat(parsed.summary()).isEqualTo(new ParseSummary(2, 0, 7, 0, 0, 0, true));
    }

    @Test
    void an_empty_input_has_no_rows_and_no_error() {
        Outcome outcome = run(bundled("dlt"), Map.of(), new byte[0], ParsePolicy.DEFAULT);

        assertThat(outcome.summary()).isEqualTo(new ParseSummary(0, 0, 0, 0, 0, 0, true));
    }

    @Test
    void parse_errors_skip_a_byte_each_until_the_initial_limit() {
        byte[] input = new byte[5_000];

        assertThatThrownBy(() -> faulty("parse-error", input, ParsePolicy.DEFAULT))
                .isInstanceOf(GuestException.class)
                .hasMessageContaining("found no item in the first 1024 bytes")
                .hasMessageContaining("at byte 1024");
    }

    @Test
    void an_input_of_parse_errors_alone_is_an_error() {
        assertThatThrownBy(() -> faulty("parse-error", new byte[100], ParsePolicy.DEFAULT))
                .isInstanceOf(GuestException.class)
                .hasMessageContaining("found no item in all 100 bytes");
    }

    @Test
    void a_parser_that_says_end_leaves_the_rest() {
        Outcome outcome = faulty("eof", new byte[100], ParsePolicy.DEFAULT);

        assertThat(outcome.summary()).isEqualTo(new ParseSummary(0, 0, 0, 0, 100, 0, true));
    }

    @Test
    void a_slice_that_holds_no_item_grows_to_its_limit_and_no_further() {
        ParsePolicy small =
                new ParsePolicy(1 << 10, 8 << 10, 2_000, 1_024, ParsePolicy.Tail.REPORT);

        assertThatThrownBy(() -> faulty("incomplete", new byte[100_000], small))
                .hasMessageContaining("finds no whole item in 8192 bytes");
    }
}
