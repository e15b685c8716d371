package dev.tamias.table.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class BarChartTest {

    private static BarChart chart(String label, int... values) {
        StringColumn labels = StringColumn.create("Level");
        for (int ignored : values) {
            labels.append(label);
        }
        return BarChart.of(
                Table.create("t", labels, IntColumn.create("Count", values)), "Level", "Count");
    }

    private static Document xml(BarChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bars_are_as_long_as_their_values() throws Exception {
        NodeList bars = xml(chart("INFO", 200, 50, 0)).getElementsByTagName("rect");

        assertThat(bars.getLength()).isEqualTo(4);
        int longest = width(bars, 1);
        assertThat(longest).isPositive();
        assertThat(width(bars, 2)).isEqualTo(longest / 4);
        assertThat(width(bars, 3)).isZero();
    }

    private static int width(NodeList bars, int index) {
        return Integer.parseInt(
                bars.item(index).getAttributes().getNamedItem("width").getNodeValue());
    }

    @Test
    void a_hostile_label_is_text() throws Exception {
        Document picture = xml(chart("</text><script>&\u0000\u001b", 1));

        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getElementsByTagName("text").item(1).getTextContent())
                .isEqualTo("</text><script>&␀␛");
    }

    @Test
    void has_a_text_of_its_own() {
        assertThat(chart("INFO", 2, 1).toString().lines())
                .containsExactly(
                        "Count by Level",
                        String.format("%-26s %s 2", "INFO", "█".repeat(40)),
                        String.format("%-26s %s 1", "INFO", "█".repeat(20)));
    }

    @Test
    void a_chart_of_nothing_is_still_a_picture() throws Exception {
        assertThat(xml(chart("x")).getElementsByTagName("rect").getLength()).isEqualTo(1);
    }
}
