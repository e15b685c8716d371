package dev.tamias.table.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a viewer finds in the pictures: nothing that acts or leads anywhere, and text that has room. */
class ChartPicturesTest {

    private static final String HOSTILE =
            "</svg><script>alert(1)</script>\"' onload='x\u202eabc\u0000\u009b\ud800 & W".repeat(3);
    private static final int MOST = 60_000;

    private static TimeAxis axis(int slots) {
        double[] edges = new double[slots == 0 ? 0 : slots + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (double) i / slots;
        }
        List<TimeAxis.Mark> marks =
                slots == 0
                        ? List.of()
                        : List.of(
                                new TimeAxis.Mark(0, "00:00"),
                                new TimeAxis.Mark(0.5, "12:00"),
                                new TimeAxis.Mark(1, "24:00"));
        return new TimeAxis(edges, marks, "2026-01-31 00:00:00", "2026-02-01 00:00:00");
    }

    private static int[] counts(Random random, int slots) {
        return random.ints(slots, -2_000, 6_000).map(each -> Math.max(0, each)).toArray();
    }

    /** One of each kind. */
    private static List<Chart> charts(String text, int slots) {
        Random random = new Random(7);
        List<TimeHistogram.Series> series = new ArrayList<>();
        for (String name : List.of("DEBUG", "INFO", text, "", "WWWWWWWWWWWWWWWWWWWWWWWWWWW")) {
            series.add(new TimeHistogram.Series(name, counts(random, slots)));
        }
        double[] least = random.doubles(slots, -5, 0).toArray();
        double[] most = random.doubles(slots, 10, 20).toArray();
        List<String> names = Collections.nCopies(slots == 0 ? 0 : 12, text);
        int[][] cells = new int[names.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = counts(random, slots);
        }
        List<BarChart.Bar> bars =
                new ArrayList<>(Collections.nCopies(Math.min(20, slots), bar(text, slots)));
        bars.add(bar("", 0.001));
        return List.of(
                new TimeHistogram(text, axis(slots), series),
                new TimeHistogram(text, axis(slots), series.subList(0, 1)),
                new ValueLine(text, axis(slots), least, random.doubles(slots).toArray(), most),
                new HeatMap(text, axis(slots), names, cells),
                new BarChart(text, slots == 0 ? List.of() : bars));
    }

    private static BarChart.Bar bar(String label, double value) {
        return new BarChart.Bar(label, value);
    }

    private static Document parsed(Chart chart) {
        return Jsoup.parse(chart.svg(), "https://here.example/", Parser.xmlParser());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 500})
    void nothing_in_a_picture_acts_or_leads_anywhere(int slots) {
        for (Chart chart : charts(HOSTILE, slots)) {
            String svg = chart.svg();
            Document picture = parsed(chart);

            assertThat(picture.getAllElements().stream().skip(1).map(Element::tagName).distinct())
                    .isSubsetOf("svg", "title", "desc", "rect", "text", "path");
            assertThat(picture.getAllElements())
                    .allMatch(
                            each ->
                                    each.attributes().asList().stream()
                                            .noneMatch(
                                                    a ->
                                                            a.getKey().startsWith("on")
                                                                    || a.getKey()
                                                                            .contains("href")));
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                    .doesNotContain("http", "url(", "@import", "src=");
            assertThat(svg).doesNotContain("\u202e", "\u009b", "\u0000", "NaN", "Infinity");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 500})
    void no_picture_is_larger_than_it_may_be(int slots) {
        for (Chart chart : charts("component", slots)) {
            assertThat(chart.svg()).hasSizeLessThan(MOST);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 500})
    void every_text_has_room_in_the_picture(int slots) {
        for (Chart chart : charts(HOSTILE, slots)) {
            Element svg = parsed(chart).selectFirst("svg");
            double right = Double.parseDouble(svg.attr("width"));
            for (Element text : svg.select("text")) {
                double size = Double.parseDouble(text.attr("font-size"));
                double width = Label.width(text.text(), size);
                double x = Double.parseDouble(text.attr("x"));
                double from =
                        switch (text.attr("text-anchor")) {
                            case "end" -> x - width;
                            case "middle" -> x - width / 2;
                            default -> x;
                        };
                assertThat(from).as(text.text()).isGreaterThanOrEqualTo(0);
                assertThat(from + width).as(text.text()).isLessThanOrEqualTo(right);
            }
        }
    }

    @Test
    void neighbours_in_a_row_do_not_overlap() {
        for (Chart chart : charts(HOSTILE, 7)) {
            List<Element> texts = parsed(chart).select("text[text-anchor=start]");
            for (int i = 1; i < texts.size(); i++) {
                Element left = texts.get(i - 1);
                double x = Double.parseDouble(left.attr("x"));
                double end = x + Label.width(left.text(), 12);
                boolean beside = left.attr("y").equals(texts.get(i).attr("y"));
                assertThat(!beside || end <= Double.parseDouble(texts.get(i).attr("x"))).isTrue();
            }
        }
    }

    @Test
    void a_heat_map_is_drawn_where_its_slots_are() {
        int[][] counts = {{5, 0, 5, 5, 0, 0, 5}};
        String svg = new HeatMap("t", axis(7), List.of("a"), counts).svg();
        Matcher path =
                Pattern.compile("d=\"M(\\S+) \\S+?h(\\S+?)m(\\S+) 0h(\\S+?)m(\\S+) 0h([0-9.]+)\"")
                        .matcher(svg);

        assertThat(path.find()).isTrue();
        double at = 0;
        for (int i = 1; i <= path.groupCount(); i++) {
            at += Double.parseDouble(path.group(i));
        }
        assertThat(at).isEqualTo(884, org.assertj.core.data.Offset.offset(0.05));
    }

    @Test
    void a_value_that_never_changes_is_drawn_in_the_middle() {
        double[] five = {5, 5, 5};
        Document picture = parsed(new ValueLine("t", axis(3), five, five, five));

        assertThat(picture.select("text[text-anchor=end]").eachText()).contains("4", "5", "6");
    }

    @Test
    void what_has_no_rows_says_so() {
        assertThat(new BarChart("t", List.of()).svg()).contains("No rows");
    }

    @Test
    void a_label_is_cut_to_its_room_and_never_empty() {
        assertThat(Label.fit(" \n", 100, 12)).isEqualTo("(empty)");
        assertThat(Label.fit("a\n b", 100, 12)).isEqualTo("a b");
        assertThat(Label.fit("😀".repeat(50), 100, 12)).matches("😀{7}…");
        assertThat(Label.fit("anything", 1, 12)).isEqualTo("…");
    }
}
