package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.LogTables;
import dev.tamias.table.chart.Chart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whole pictures of logs. They are left in {@code target/pictures} to be looked at. */
class PicturesTest {

    private static final int LARGEST = 60_000;
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final String HOSTILE =
            "</text></title><script>alert(1)</script>\" onload='x' &amp;\u0000\u001b[31m\ud800\uffff";

    /** A log with a daily rhythm, a pause and a burst of errors. */
    private static Table busy(int rows, long minutes, String hostile) {
        Random random = new Random(7);
        InstantColumn time = InstantColumn.create("Time");
        StringColumn level = StringColumn.create("Level");
        StringColumn component = StringColumn.create("Component");
        DoubleColumn took = DoubleColumn.create("Took ms");
        for (int i = 0; i < rows; i++) {
            double at = (i + random.nextDouble()) / rows;
            boolean burst = at > 0.6 && at < 0.63;
            if ((at > 0.3 && at < 0.36) || random.nextDouble() > 0.6 + 0.4 * Math.sin(at * 9)) {
                continue;
            }
            time.append(START.plusMillis((long) (at * minutes * 60_000)));
            level.append(burst && random.nextInt(3) > 0 ? "ERROR" : Logs.LEVELS[random.nextInt(8)]);
            int number = (int) Math.abs(random.nextGaussian() * 5);
            component.append(i % 97 == 0 ? hostile : "service.part-" + number);
            took.append(
                    20
                            + 10 * Math.sin(at * 20)
                            + Math.exp(random.nextGaussian() * (burst ? 2 : 1)));
        }
        return Table.create("busy", time, level, component, took);
    }

    private static Map<String, Chart> pictures() {
        LogTable log = LogTables.of(busy(60_000, 500, HOSTILE)).zone(ZoneId.of("Europe/Berlin"));
        LogTable day = LogTables.of(busy(20_000, 60, "service.part-0"));
        LogTable weeks = LogTables.of(busy(9_000, 60 * 24 * 50, "x"));
        Map<String, Chart> pictures = new LinkedHashMap<>();
        pictures.put("histogram-500-by-level", log.histogram(Duration.ofMinutes(1), "Level"));
        pictures.put(
                "histogram-500-by-component", log.histogram(Duration.ofMinutes(1), "Component"));
        pictures.put("histogram-12-by-level", day.histogram(Duration.ofMinutes(5), "Level"));
        pictures.put("histogram-days", weeks.histogram(Duration.ofDays(1), "Level"));
        pictures.put("histogram-usual", log.histogram());
        pictures.put("histogram-of-nothing", log.head(0).histogram());
        pictures.put("histogram-of-one-row", log.head(1).histogram(Duration.ofMillis(5), "Level"));
        pictures.put("bars", log.bars("Component", 12));
        pictures.put("value-line-500", log.valueLine("Took ms", Duration.ofMinutes(1)));
        pictures.put("value-line-60", day.valueLine("Took ms"));
        pictures.put("value-line-of-nothing", day.head(0).valueLine("Took ms"));
        pictures.put("heat-map-500", log.heatMap(Duration.ofMinutes(1), "Component"));
        pictures.put("heat-map-60", day.heatMap(Duration.ofMinutes(1), "Component"));
        pictures.put("heat-map-of-nothing", day.head(0).heatMap(Duration.ofMinutes(1), "Level"));
        return pictures;
    }

    @Test
    void every_picture_is_small_named_and_free_of_scripts_and_addresses() throws Exception {
        for (Map.Entry<String, Chart> each : pictures().entrySet()) {
            String svg = each.getValue().svg();
            keep(each.getKey(), svg);
            assertThat(svg.getBytes(StandardCharsets.UTF_8))
                    .as(each.getKey())
                    .hasSizeLessThan(LARGEST);
            Document picture = xml(svg);
            assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(each.getValue().title());
            assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
            assertThat(picture.getDocumentElement().getAttribute("aria-label"))
                    .startsWith(each.getValue().title());
            assertThat(picture.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http", "href", "url(", "data:", "NaN", "Infinity");
            assertThat(each.getValue().toString()).startsWith(each.getValue().title() + "\n");
        }
    }

    @Test
    void hostile_labels_are_text() throws Exception {
        Chart bars = LogTables.of(busy(3_000, 60, HOSTILE)).bars("Component", 100);

        Document picture = xml(bars.svg());

        assertThat(picture.getDocumentElement().getTextContent())
                .contains("</text></title><script>");
    }

    private static void keep(String name, String svg) throws IOException {
        Path directory = Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(directory.resolve(name + ".svg"), svg);
    }

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
