package dev.tamias.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each defect is named where it belongs, and a sound plugin has none. */
class PluginCheckTest {

    private static final String PLUGINS = "src/test/resources/plugins/";

    private static String file(String name) {
        return PLUGINS + name + "/" + name + ".wasm";
    }

    private static CheckReport check(String name) {
        return PluginCheck.of(file(name)).run();
    }

    private static Set<Aspect> defects(CheckReport report) {
        return report.defects().stream()
                .map(Finding::aspect)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Aspect.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlt", "fields", "lines", "file-source"})
    void a_bundled_plugin_is_clean(String name) {
        CheckReport report = PluginCheck.of(name).run();
        assertThat(report.defects()).as(report.toString()).isEmpty();
        assertThat(report.findings()).extracting(Finding::aspect).contains(Aspect.SPEED);
    }

    @Test
    void a_sound_parser_is_clean_in_every_aspect() {
        CheckReport report = check("defective-sound");
        assertThat(report.verdict()).isEqualTo("no defect");
        assertThat(report.findings()).extracting(Finding::aspect).contains(Aspect.values());
    }

    /** Its blocks lie where the check looks for variables, and it looks at what it frees. */
    @Test
    void an_allocator_with_a_variable_as_its_heap_is_no_defect() {
        CheckReport report = check("defective-heap");
        assertThat(report.verdict()).as(report.toString()).isEqualTo("no defect");
    }

    @ParameterizedTest
    @CsvSource({
        "chunks, CHUNKS, depend on how the input is cut",
        "columns, COLUMNS, It declares 2 columns",
        "default, CONFIGURATION, The defaults that it declares are not those it uses",
        "zero, PROGRESS, consumed 0 of",
        "excess, PROGRESS, says that it consumed",
        "random, DETERMINISM, A second run over the same input gave other rows",
        "clock, DETERMINISM, A second run over the same input gave other rows",
        "empty, ERRORS, It breaks on an empty slice",
        "prints, IMPORTS, It prints while it parses",
        "reads, IMPORTS, It reads standard input",
        "environ, IMPORTS, It asks for the environment",
        "outside, IMPORTS, 'files that are not its own: /var/tmp/notes.txt'",
        "captions, COLUMNS, It declares 3 columns",
        "endless, CONFIGURATION, With folders = 1 directory it breaks",
        "later, SPEED, not parsed to its end; after",
        "stack, CONTRACT, 'parse hands out the stack, as ['",
        "constant, CONTRACT, 'parse hands out a constant or a variable, as ['",
        "variable, CONTRACT, 'parse hands out a variable, as [0].value.message.columns[0].'",
        "refusal, CONTRACT, 'init hands out a constant or a variable, as error.config.'",
        "nothing, PROGRESS, no item and no error",
        "silent, PROGRESS, the call at byte 0 answered 3 bytes with no item and no error",
        "breaks, CONFIGURATION, 'With separator = \"\" it breaks'",
        "title, FILES, '\"name\" where Chipmunk reads \"title\"'",
        "literal, CONTRACT, 'get-render-options hands out a constant or a variable, as "
                + "columns-options.columns[0].description.'"
    })
    void a_defect_is_named_and_nothing_else_is(String variant, Aspect aspect, String words) {
        CheckReport report = check("defective-" + variant);
        assertThat(defects(report)).as(report.toString()).containsExactly(aspect);
        assertThat(report.defects().get(0).found()).contains(words);
    }

    /** Whoever cannot keep the end of a log depends on slices too. */
    @ParameterizedTest
    @CsvSource({"tail, there are 174 rows in place of 175", "last, pool exhauste] in place of"})
    void a_lost_end_is_named(String variant, String words) {
        CheckReport report = check("defective-" + variant);
        assertThat(defects(report)).containsExactly(Aspect.CHUNKS, Aspect.TAIL);
        assertThat(report.defects().get(1).found()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "buffer, CONTRACT, read hands out a variable.",
        "blocks, CHUNKS, Other lengths of reads give other bytes",
        "zero, ERRORS, trapped",
        "random, DETERMINISM, other bytes",
        "prints, IMPORTS, It prints while it reads",
        "excess, PROGRESS, were asked for; Chipmunk crashes on that"
    })
    void a_defect_of_a_byte_source_is_named_and_nothing_else_is(
            String variant, Aspect aspect, String words) {
        CheckReport report = check("defective-source-" + variant);
        assertThat(defects(report)).as(report.toString()).containsExactly(aspect);
        assertThat(report.defects().get(0).found()).contains(words);
    }

    @Test
    void a_sound_byte_source_is_clean() {
        CheckReport report = check("defective-source-sound");
        assertThat(report.verdict()).as(report.toString()).isEqualTo("no defect");
    }

    @Test
    void a_byte_source_that_gives_more_than_was_asked_for_is_named() {
        CheckReport report =
                PluginCheck.of(file("scripted-source")).set("script", "dlen+1; d5").run();
        assertThat(defects(report)).as(report.toString()).contains(Aspect.PROGRESS);
    }

    @Test
    void a_file_that_is_no_plugin_is_reported_not_thrown() {
        CheckReport report = check("core-module");
        assertThat(report.type()).isEqualTo("-");
        assertThat(defects(report)).containsExactly(Aspect.CONTRACT);
        assertThat(check("no-export").isClean()).isFalse();
    }

    @Test
    void a_component_in_no_file_is_checked_with_bytes() throws Exception {
        byte[] component = Files.readAllBytes(Path.of(file("defective-nothing")));
        CheckReport report =
                PluginCheck.of(component).input("one two\n".repeat(9).getBytes(UTF_8)).run();
        assertThat(defects(report)).as(report.toString()).containsExactly(Aspect.PROGRESS);
        assertThat(report.origin()).isEqualTo("given as " + component.length + " bytes");
        assertThat(report.input()).isEqualTo("72 bytes");
        assertThat(report.toString()).doesNotContain(System.getProperty("java.io.tmpdir"));
        assertThatThrownBy(() -> PluginCheck.of(component).input(new byte[0]).run())
                .isInstanceOf(TamiasException.class);
    }

    @Test
    void a_missing_file_and_an_empty_log_are_said(@TempDir Path folder) throws Exception {
        assertThat(PluginCheck.of(folder.resolve("none.wasm").toString()).run().isClean())
                .isFalse();
        Path empty = Files.createFile(folder.resolve("empty.log"));
        assertThatThrownBy(() -> PluginCheck.of("lines").input(empty).run())
                .isInstanceOfSatisfying(
                        TamiasException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.INPUT));
        assertThatThrownBy(() -> PluginCheck.of("nobody").run())
                .isInstanceOf(TamiasException.class);
    }

    @Test
    void the_same_seed_finds_the_same() {
        List<Finding> once = check("defective-chunks").defects();
        assertThat(check("defective-chunks").defects()).isEqualTo(once);
    }

    @Test
    void a_page_takes_no_text_of_a_plugin_for_markup() {
        CheckReport report = check("scan-html");
        assertThat(report.toString()).contains("<script>");
        assertThat(report.html())
                .contains("&lt;script&gt;", "default-src 'none'")
                .doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void the_map_of_a_report_is_json() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode json =
                mapper.readTree(mapper.writeValueAsString(check("defective-columns").toMap()));
        assertThat(json.path("defects").asInt()).isEqualTo(1);
        assertThat(json.path("findings").size()).isGreaterThan(8);
        assertThat(json.path("findings").path(0).path("aspect").asText()).isEqualTo("contract");
    }
}
