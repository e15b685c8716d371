package dev.tamias.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.table.Relation;

/**
 * Bars beside their labels, in the table's own order: a picture as SVG for a
 * notebook, without scripts and without the network, and as text for everything else.
 *
 * @param bars from top to bottom
 */
public record BarChart(String title, List<Bar> bars) {

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

    /** The picture. */
    public String svg() {
        int width = LABELS + LONGEST_BAR + 110;
        int height = TOP + bars.size() * ROW + 8;
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                                + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n",
                        width,
                        height,
                        width,
                        height));
        svg.append("<title>").append(Html.escape(title)).append("</title>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append("<text x=\"8\" y=\"22\" font-weight=\"bold\" fill=\"#222222\">")
                .append(Html.escape(title))
                .append("</text>\n");
        for (int i = 0; i < bars.size(); i++) {
            append(svg, bars.get(i), TOP + i * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private void append(StringBuilder svg, Bar bar, int y) {
        long length = Math.round(share(bar) * LONGEST_BAR);
        int base = y + 16;
        svg.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">",
                                LABELS - 8,
                                base))
                .append(Html.escape(Html.clip(bar.label(), LONGEST_LABEL)))
                .append("</text>\n");
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#8a5a2b\"/>%n",
                        LABELS,
                        y + 3,
                        length,
                        ROW - 6));
        svg.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%d\" y=\"%d\" fill=\"#222222\">",
                                LABELS + length + 6,
                                base))
                .append(number(bar.value()))
                .append("</text>\n");
    }

    private double share(Bar bar) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        return most <= 0 ? 0 : Math.max(bar.value(), 0) / most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }

    /** The picture in text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Bar bar : bars) {
            String stripe = "█".repeat((int) Math.round(share(bar) * TEXT_BAR));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + LONGEST_LABEL + "s %s %s%n",
                            Html.clip(bar.label(), LONGEST_LABEL),
                            stripe,
                            number(bar.value())));
        }
        return text.toString();
    }
}
