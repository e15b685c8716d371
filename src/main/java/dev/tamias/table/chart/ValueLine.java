package dev.tamias.table.chart;

import java.util.Arrays;

/**
 * A value over time: in each slot the range from least to greatest as a band, and the median as a line.
 *
 * @param least one for each slot, NaN where there is no value
 * @param median likewise
 * @param most likewise
 */
public record ValueLine(String title, TimeAxis axis, double[] least, double[] median, double[] most)
        implements Chart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 280;
    private static final int LEFT = 76;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 58;
    private static final int BOTTOM = HEIGHT - 28;

    @Override
    public String svg() {
        double lowest = Arrays.stream(least).filter(Double::isFinite).min().orElse(0);
        double highest = Arrays.stream(most).filter(Double::isFinite).max().orElse(0);
        String says =
                "%s, values from %s to %s"
                        .formatted(axis.range(), Svg.readable(lowest), Svg.readable(highest));
        Svg svg = new Svg(WIDTH, HEIGHT, title, says);
        svg.heading(axis.span());
        double range = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1);
        double step = Plot.step(range);
        double around = highest > lowest ? 0 : step;
        double floor = Math.floor(lowest / step) * step - around;
        double roof = Math.max(Math.ceil(highest / step) * step + around, floor + step);
        Plot plot = new Plot(svg, axis, LEFT, RIGHT, TOP, BOTTOM, floor, roof);
        plot.values(0);
        svg.area(band(plot), Palette.BAND, "least to greatest");
        svg.stroke(line(plot), Palette.LINE, 1.5, "median");
        plot.times();
        svg.rect(LEFT, 34, 11, 11, Palette.BAND).text(LEFT + 16, 44, "start", "least to greatest");
        svg.rect(LEFT + 136, 38, 11, 3, Palette.LINE).text(LEFT + 152, 44, "start", "median");
        return svg.toString();
    }

    private boolean has(int slot) {
        return slot >= 0
                && slot < axis.slots()
                && Double.isFinite(least[slot])
                && Double.isFinite(most[slot]);
    }

    /** An outline there above and back below for each run of slots with values. */
    private StringBuilder band(Plot plot) {
        StringBuilder path = new StringBuilder();
        for (int start = 0; start < axis.slots(); start++) {
            if (!has(start) || has(start - 1)) {
                continue;
            }
            int end = start;
            path.append('M').append(Svg.number(plot.x(start))).append(' ');
            path.append(Svg.number(plot.y(most[start])));
            for (; has(end); end++) {
                path.append('V').append(Svg.number(plot.y(most[end]) - 0.5));
                path.append('H').append(Svg.number(plot.x(end + 1)));
            }
            for (int slot = end - 1; slot >= start; slot--) {
                path.append('V').append(Svg.number(plot.y(least[slot]) + 0.5));
                path.append('H').append(Svg.number(plot.x(slot)));
            }
            path.append('z');
        }
        return path;
    }

    private StringBuilder line(Plot plot) {
        StringBuilder path = new StringBuilder();
        for (int slot = 0; slot < axis.slots(); slot++) {
            if (!has(slot)) {
                continue;
            }
            double middle = (plot.x(slot) + plot.x(slot + 1)) / 2;
            boolean alone = !has(slot - 1) && !has(slot + 1);
            path.append(has(slot - 1) ? 'L' : 'M');
            path.append(Svg.number(alone ? plot.x(slot) : middle)).append(' ');
            path.append(Svg.number(plot.y(median[slot])));
            if (alone) {
                path.append('H').append(Svg.number(plot.x(slot + 1)));
            }
        }
        return path;
    }

    @Override
    public String toString() {
        return title + "\n" + Sparkline.of(median) + "\n" + axis.range() + "\n";
    }
}
