package dev.tamias.table.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts over time, stacked by level or another column's values.
 *
 * @param series from the bottom of the stack to its top
 */
public record TimeHistogram(String title, TimeAxis axis, List<Series> series) implements Chart {

    /** The name of what is counted together because a picture cannot tell so many apart. */
    public static final String REST = "other";

    private static final int WIDTH = 900;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 58;
    private static final int BOTTOM = HEIGHT - 28;

    private static final int LONGEST_NAME = 160;

    /** Slots narrower than this stand without a gap between. */
    private static final double GAP_FROM = 5;

    public TimeHistogram {
        series = List.copyOf(series);
    }

    /**
     * Counts of one value.
     *
     * @param counts one for each slot
     */
    public record Series(String name, int[] counts) {}

    private long[] totals() {
        long[] totals = new long[axis.slots()];
        for (Series each : series) {
            for (int slot = 0; slot < totals.length; slot++) {
                totals[slot] += each.counts()[slot];
            }
        }
        return totals;
    }

    @Override
    public String svg() {
        long[] totals = totals();
        long most = Arrays.stream(totals).max().orElse(0);
        String says =
                "%s in %d slots, at most %s a slot"
                        .formatted(axis.range(), totals.length, Svg.readable((double) most));
        Svg svg = new Svg(WIDTH, HEIGHT, title, says);
        svg.heading(axis.span());
        Plot plot =
                new Plot(
                        svg,
                        axis,
                        LEFT,
                        RIGHT,
                        TOP,
                        BOTTOM,
                        0,
                        Plot.roof(Math.max((double) most, 1)));
        plot.values(1);
        List<String> colours = colours();
        // The whole stack first, then each lower one over it: every outline is drawn only once.
        for (int i = series.size() - 1; i >= 0; i--) {
            svg.area(outline(plot, totals), colours.get(i), series.get(i).name());
            for (int slot = 0; slot < totals.length; slot++) {
                totals[slot] -= series.get(i).counts()[slot];
            }
        }
        plot.times();
        legend(svg, colours);
        return svg.toString();
    }

    private List<String> colours() {
        return series.size() == 1
                ? List.of(Palette.LINE)
                : Palette.of(series.stream().map(Series::name).toList());
    }

    private static StringBuilder outline(Plot plot, long[] heights) {
        StringBuilder path = new StringBuilder();
        double bottom = plot.y(0);
        for (int slot = 0; slot < heights.length; slot++) {
            if (heights[slot] == 0) {
                continue;
            }
            double from = plot.x(slot);
            double to = plot.x(slot + 1);
            double gap = to - from >= GAP_FROM ? 1 : 0;
            boolean joins = gap == 0 && slot > 0 && heights[slot - 1] > 0;
            if (!joins) {
                path.append('M').append(Svg.number(from)).append(' ').append(Svg.number(bottom));
            }
            path.append('V').append(Svg.number(plot.y((double) heights[slot])));
            path.append('H').append(Svg.number(to - gap));
            boolean ends = gap > 0 || slot + 1 == heights.length || heights[slot + 1] == 0;
            if (ends) {
                path.append('V').append(Svg.number(bottom)).append('z');
            }
        }
        return path;
    }

    private void legend(Svg svg, List<String> colours) {
        double x = LEFT;
        for (int i = 0; i < series.size() && series.size() > 1; i++) {
            String name = Label.fit(series.get(i).name(), LONGEST_NAME, 12);
            double width = 34 + Label.width(name, 12);
            if (x + width > RIGHT) {
                svg.mark(x, 44, "start", "…");
                return;
            }
            svg.rect(x, 34, 11, 11, colours.get(i));
            svg.text(x + 16, 44, "start", name);
            x += width;
        }
    }

    @Override
    public String toString() {
        double[] heights = Arrays.stream(totals()).asDoubleStream().toArray();
        List<String> parts = new ArrayList<>();
        for (Series each : series) {
            long sum = Arrays.stream(each.counts()).asLongStream().sum();
            parts.add(each.name() + " " + Svg.readable((double) sum));
        }
        return title
                + "\n"
                + Sparkline.of(heights)
                + "\n"
                + axis.range()
                + "; "
                + String.join(", ", parts)
                + "\n";
    }
}
