package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginMetadataTest {

    private static PluginMetadata of(String toml) {
        return PluginMetadata.of("plugin", Optional.of(toml));
    }

    @Test
    void title_and_description_are_read_and_unknown_keys_passed_over() {
        PluginMetadata metadata =
                of("title = \"T\"\ndescription = \"D\"\nauthor = 7\n[x]\ny = [1]\n");

        assertThat(metadata)
                .isEqualTo(
                        new PluginMetadata(
                                "T", "D", false, Splitting.NONE, true, Map.of(), Map.of(), ""));
    }

    @Test
    void without_a_file_the_title_is_the_name_and_nothing_is_wrong() {
        assertThat(PluginMetadata.of("plugin", Optional.empty()))
                .isEqualTo(
                        new PluginMetadata(
                                "plugin", "", false, Splitting.NONE, true, Map.of(), Map.of(), ""));
    }

    @Test
    void the_templates_name_is_taken_for_the_title_with_a_hint() {
        PluginMetadata metadata = of("name = \"From the template\"");

        assertThat(metadata.title()).isEqualTo("From the template");
        assertThat(metadata.warning()).contains("\"name\"", "\"title\"");
    }

    @Test
    void our_own_table_says_how_it_is_run() {
        PluginMetadata metadata =
                of(
                        "title = \"T\"\n[x-tamias]\ntail = \"newline\"\nenabled = false\n"
                                + "[x-tamias.columns]\nTime = \"instant\"\n");

        assertThat(metadata.newlineTail()).isTrue();
        assertThat(metadata.enabled()).isFalse();
        assertThat(metadata.columns()).containsExactly(Map.entry("Time", "instant"));
        assertThat(metadata.more()).isEmpty();
    }

    @Test
    void a_parser_says_where_its_logs_may_be_cut_and_under_which_settings() {
        String toml = "title = \"T\"\n[x-tamias]\nsplittable = \"newline\"\n";

        assertThat(of(toml).splitting()).isEqualTo(new Splitting(true, Map.of()));
        assertThat(of(toml + "splittable-where = { quotes = false, mode = \"a\" }\n").splitting())
                .isEqualTo(new Splitting(true, Map.of("quotes", "false", "mode", "a")));
        assertThat(of(toml.replace("newline", "nowhere")).splitting()).isEqualTo(Splitting.NONE);
        assertThat(of(toml).more()).isEmpty();
    }

    @Test
    void a_title_has_at_most_2048_bytes() {
        assertThat(of("title = \"" + "ä".repeat(1_024) + "\"").warning()).isEmpty();

        PluginMetadata tooLong = of("title = \"" + "ä".repeat(1_025) + "\"");
        assertThat(tooLong.title()).isEqualTo("plugin");
        assertThat(tooLong.warning()).contains("title of more than 2048 bytes");
    }

    @Test
    void a_description_has_at_most_10240_bytes() {
        String toml = "title = \"T\"\ndescription = \"%s\"";
        assertThat(of(String.format(toml, "ä".repeat(5_120))).warning()).isEmpty();

        PluginMetadata tooLong = of(String.format(toml, "ä".repeat(5_121)));
        assertThat(tooLong.title()).isEqualTo("plugin");
        assertThat(tooLong.warning()).contains("description of more than 10240 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title = ", "title = 1 2", "[[[[", "=", "title", "\u0000"})
    void a_file_that_is_no_toml_makes_no_bad_plugin(String toml) {
        PluginMetadata metadata = of(toml);

        assertThat(metadata.title()).isEqualTo("plugin");
        assertThat(metadata.enabled()).isTrue();
        assertThat(metadata.warning()).contains("plugin.toml");
    }

    @Test
    void bombs_are_bad_files_like_others() {
        int deep = 100_000;
        for (String bomb :
                new String[] {
                    "a = " + "[".repeat(deep) + "]".repeat(deep),
                    "a = " + "{b = ".repeat(deep) + "1" + "}".repeat(deep),
                    "a" + ".a".repeat(2 * deep) + " = 1",
                    "[a" + ".a".repeat(2 * deep) + "]",
                    "a = " + "9".repeat(deep),
                    "title = \"" + "x".repeat(500_000) + "\"",
                    "a = 1\n".repeat(deep)
                }) {
            assertThat(of(bomb).title()).isEqualTo("plugin");
        }
    }

    @Test
    void tables_of_others_are_kept_to_be_shown() {
        PluginMetadata metadata =
                of(
                        "title = \"T\"\n[x-tamias]\nenabled = true\nauthors = [\"A\", \"B\"]\n"
                                + "[x-acme]\nlicence = \"MIT\"\nhomepage = \"a\\u001b[2Jb\"\n"
                                + "[other]\nkey = 1\n");

        assertThat(metadata.more())
                .containsEntry("x-tamias.authors", "[\"A\",\"B\"]")
                .containsEntry("x-acme.licence", "MIT")
                .hasSize(3);
        assertThat(metadata.more().get("x-acme.homepage")).doesNotContain("\u001b");
    }

    @Test
    void of_what_is_only_shown_there_is_a_limit() {
        StringBuilder toml = new StringBuilder("title = \"T\"\n[x-many]\n");
        for (int i = 0; i < 1_000; i++) {
            toml.append("k").append(i).append(" = \"").append("v".repeat(9_000)).append("\"\n");
        }
        PluginMetadata metadata = of(toml.toString());

        assertThat(metadata.more()).hasSize(100);
        assertThat(metadata.more().values()).allMatch(each -> each.length() <= 2_049);
    }
}
