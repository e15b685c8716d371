package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    private static final int ROOM = 20_000;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String of(String markdown) {
        return Readme.of(markdown, ROOM).toString();
    }

    @Test
    void commonmark_and_tables_are_rendered() {
        assertThat(of("# Title\n\nA *b* **c** `d`\n\n- e\n\n| f | g |\n|---|--:|\n| 1 | 2 |"))
                .contains(
                        "<h4>Title</h4>",
                        "<em>b</em>",
                        "<strong>c</strong>",
                        "<code>d</code>",
                        "<li>e</li>",
                        "<th>f</th>",
                        "<td align=\"right\">2</td>");
    }

    @Test
    void a_link_is_its_text_and_its_target_to_be_read() {
        assertThat(of("See [the *docs*](https://docs.example/a?b=1&c).")) //
                .contains("See the <em>docs</em> (<code>https://docs.example/a?b=1&amp;c</code>).");
        assertThat(of("<https://docs.example/>")).contains("<p>https://docs.example/</p>");
        assertThat(of("[https://bank.example/](https://evil.example/)"))
                .contains("https://bank.example/ (<code>https://evil.example/</code>)");
    }

    @Test
    void an_image_is_its_description() {
        assertThat(of("![a *chart*](https://evil.example/x.png \"t\")"))
                .contains("<p>[image: a <em>chart</em>]</p>");
    }

    @Test
    void markup_is_shown_as_it_was_written() {
        assertThat(of("a <b onclick=x>b</b>\n\n<div onclick=y>\nz\n</div>"))
                .contains("a &lt;b onclick=x&gt;b&lt;/b&gt;", "&lt;div onclick=y&gt;");
    }

    @Test
    void a_long_one_is_cut_with_a_note() {
        String line = "A line of a README.\n\n";
        Html html = Readme.of(line.repeat(1_000), 2_000);

        assertThat(html.toString())
                .contains("more characters; the plugin's readme() has them all.");
        assertThat(html.length()).isBetween(1_000, 2_300);
        assertThat(Readme.of("<".repeat(5_000), 1_000).length()).isLessThan(1_300);
        assertThat(Readme.of("x", 0).toString()).contains("1 more character");
    }

    @Test
    void one_that_is_nested_without_end_is_shown_all_the_same() {
        for (String each : new String[] {">", "[", "*a ", "- ", "_a*b", "![", "1. ", "`a"}) {
            Pages.harmless(
                    new Html().open("div").add(Readme.of(each.repeat(20_000), ROOM)).finish());
        }
    }

    @Test
    void no_text_is_lost() {
        String words = String.join(" ", IntStream.range(0, 50).mapToObj(i -> "word" + i).toList());

        assertThat(of("> - " + words + " <b>\n\n[" + words + "](x)")).contains(words);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hostile_text_stays_text(long seed) {
        Pages.harmless(new Html().open("div").add(Readme.of(Pages.hostile(seed), ROOM)).finish());
    }
}
