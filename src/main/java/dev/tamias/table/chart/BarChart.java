package dev.tamias.table.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.table.Relation;

/**
 * Bars beside their labels, in the table's own order: a picture as SVG for a
 * notebook, without scripts and without the network, and as text for everything else.
 *
 * @param bars from top to bottom
 */
public record BarChart(String title, List<Bar> bars) implements Chart {

    private static final int MOST_BARS = 50;
    private static final int ROW = 24;
    private static final int TOP = 36;
    private static final int LABELS = 180;
    private static final int LONGEST_BAR = 420;
    private static final int LONGEST_LABEL = 26;
    private static final int TEXT_BAR = 40;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** One bar; a value below zero has no length. */
    public record Bar(String label, double value) {}

    /**
     * A bar for each of the first 50 rows of a table.
     *
     * @param labels name of the column with the labels
     * @param values name of a column with numbers
     */
    public static BarChart of(Relation table, String labels, String values) {
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < Math.min(table.rowCount(), MOST_BARS); row++) {
            double value = table.numberColumn(values).getDouble(row);
            bars.add(new Bar(table.column(labels).getString(row), Double.isNaN(value) ? 0 : value));
        }
        return new BarChart(values + " by " + labels, bars);
    }

    @Override
    public String svg() {
        int width = LABELS + LONGEST_BAR + 110;
        String most =
                bars.stream()
                        .max(Comparator.comparingDouble(Bar::value))
                        .map(
                                bar ->
                                        "the longest is %s with %s"
                                                .formatted(bar.label(), Svg.readable(bar.value())))
                        .orElse("none");
        Svg svg =
                new Svg(
                        width,
                        TOP + Math.max(1, bars.size()) * ROW + 8,
                        title,
                        bars.size() + " bars, " + most);
        svg.heading("");
        if (bars.isEmpty()) {
            svg.mark(LABELS, TOP + 16.0, "start", "No rows");
        }
        for (int i = 0; i < bars.size(); i++) {
            append(svg, bars.get(i), TOP + i * ROW);
        }
        return svg.toString();
    }

    private void append(Svg svg, Bar bar, int y) {
        double length = Math.rint(share(bar) * LONGEST_BAR);
        svg.text(LABELS - 8, y + 16.0, "end", Label.fit(bar.label(), LABELS - 18, 12));
        svg.rect(LABELS, y + 3.0, length, ROW - 6.0, Palette.LINE);
        svg.text(LABELS + length + 6, y + 16.0, "start", Svg.readable(bar.value()));
    }

    private double share(Bar bar) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        return most <= 0 ? 0 : Math.max(bar.value(), 0) / most;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Bar bar : bars) {
            String stripe = "█".repeat((int) Math.round(share(bar) * TEXT_BAR));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + LONGEST_LABEL + "s %s %s%n",
                            Markup.clip(bar.label(), LONGEST_LABEL),
                            stripe,
                            Svg.readable(bar.value())));
        }
        return text.toString();
    }
}
