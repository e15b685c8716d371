package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigSchema.Input;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a plugin may say of itself: Chipmunk's limits, and those that it does not check. */
class InfoCheckTest {

    /** Two bytes of UTF-8, so that bytes and characters are told apart. */
    private static final String TWO_BYTES = "ä";

    private static PluginInfo info(
            List<ConfigSchema.Item> items, List<RenderOptions.Column> columns) {
        SemanticVersion version = new SemanticVersion(0, 1, 0);
        return new PluginInfo(
                PluginType.PARSER,
                version,
                version,
                new ConfigSchema(items),
                new RenderOptions(columns));
    }

    private static ConfigSchema.Item item(
            String id, String title, String description, Input input) {
        return new ConfigSchema.Item(id, title, description, input);
    }

    private static ConfigSchema.Item item(String id) {
        return item(id, "title", "", new ConfigSchema.BooleanInput(true));
    }

    private static List<String> items(ConfigSchema.Item... items) {
        return sentences(info(List.of(items), List.of()));
    }

    private static List<String> columns(RenderOptions.Column... columns) {
        return sentences(info(List.of(), List.of(columns)));
    }

    private static List<String> sentences(PluginInfo info) {
        return InfoCheck.problems("p", info).stream().map(Problem::sentence).toList();
    }

    private static List<ConfigSchema.Item> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> item("id" + i)).toList();
    }

    private static RenderOptions.Column column(String caption, String description) {
        return new RenderOptions.Column(caption, description, -1);
    }

    @Test
    void an_ordinary_plugin_is_fine() {
        assertThat(items(item("a"), item("b"))).isEmpty();
        assertThat(columns(column("Time", "when"), column("Text", ""))).isEmpty();
    }

    @Test
    void a_hundred_items_are_allowed_and_one_more_is_not() {
        assertThat(sentences(info(many(100), List.of()))).isEmpty();
        assertThat(sentences(info(many(101), List.of())))
                .singleElement()
                .asString()
                .contains("101 configuration items", "at most 100");
    }

    @Test
    void ids_differ() {
        assertThat(items(item("same"), item("other"), item("same")))
                .singleElement()
                .asString()
                .contains("\"same\" is there twice");
    }

    @Test
    void an_id_has_at_most_1024_bytes() {
        assertThat(items(item(TWO_BYTES.repeat(512)))).isEmpty();
        assertThat(items(item(TWO_BYTES.repeat(512) + "x")))
                .singleElement()
                .asString()
                .contains("the id of", "1025 bytes", "at most 1024");
    }

    @Test
    void a_title_has_at_most_2048_bytes() {
        Input any = new ConfigSchema.BooleanInput(true);
        assertThat(items(item("a", TWO_BYTES.repeat(1_024), "", any))).isEmpty();
        assertThat(items(item("a", TWO_BYTES.repeat(1_025), "", any)))
                .singleElement()
                .asString()
                .contains("the title of", "2050 bytes");
    }

    @Test
    void a_description_has_at_most_10240_bytes() {
        Input any = new ConfigSchema.BooleanInput(true);
        assertThat(items(item("a", "t", TWO_BYTES.repeat(5_120), any))).isEmpty();
        assertThat(items(item("a", "t", TWO_BYTES.repeat(5_121), any)))
                .singleElement()
                .asString()
                .contains("the description of", "10242 bytes");
    }

    @Test
    void a_hundred_columns_are_allowed_and_one_more_is_not() {
        assertThat(sentences(info(List.of(), Collections.nCopies(100, column("c", ""))))).isEmpty();
        assertThat(sentences(info(List.of(), Collections.nCopies(101, column("c", "")))))
                .singleElement()
                .asString()
                .contains("101 columns");
    }

    @Test
    void a_caption_and_its_description_have_their_limits() {
        assertThat(columns(column(TWO_BYTES.repeat(1_024), TWO_BYTES.repeat(5_120)))).isEmpty();
        assertThat(columns(column(TWO_BYTES.repeat(1_025), TWO_BYTES.repeat(5_121))))
                .hasSize(2)
                .anyMatch(each -> each.contains("the caption of"))
                .anyMatch(each -> each.contains("the description of"));
    }

    @Test
    void widths_below_unlimited_make_no_sense() {
        assertThat(columns(new RenderOptions.Column("c", "", -2)))
                .singleElement()
                .asString()
                .contains("width", "-2");
    }

    @Test
    void dropdowns_and_extensions_have_limits_too() {
        List<String> tooMany = IntStream.range(0, 1_001).mapToObj(i -> "o" + i).toList();

        assertThat(items(item("a", "t", "", new ConfigSchema.DropdownInput(tooMany, "o1"))))
                .singleElement()
                .asString()
                .contains("1001 options of", "at most 1000");
        assertThat(items(item("a", "t", "", new ConfigSchema.FilesInput(tooMany)))).hasSize(1);
        assertThat(
                        items(
                                item(
                                        "a",
                                        "t",
                                        "",
                                        new ConfigSchema.DropdownInput(
                                                List.of("x".repeat(2_049)), "x".repeat(2_049)))))
                .hasSize(1);
    }

    @Test
    void a_default_that_is_no_option_is_a_warning() {
        PluginInfo info =
                info(
                        List.of(
                                item(
                                        "a",
                                        "t",
                                        "",
                                        new ConfigSchema.DropdownInput(List.of("x"), "y"))),
                        List.of());

        assertThat(InfoCheck.problems("p", info)).singleElement().matches(each -> !each.isError());
    }

    @Test
    void all_problems_are_named_at_once() {
        Input any = new ConfigSchema.BooleanInput(true);
        ConfigSchema.Item bad = item("i".repeat(1_025), "t".repeat(2_049), "d".repeat(10_241), any);

        assertThat(items(bad, bad)).hasSize(7);
    }
}
