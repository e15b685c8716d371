package dev.tamias.table.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts over time for several names, the darker the more; shades grow with the logarithm of the count, so
 * that seldom names are seen beside frequent ones.
 *
 * @param names from top to bottom
 * @param counts for each name, for each slot
 */
public record HeatMap(String title, TimeAxis axis, List<String> names, int[][] counts)
        implements Chart {

    private static final int WIDTH = 900;
    private static final int LEFT = 170;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 36;
    private static final int ROW = 22;
    private static final int BELOW = 62;
    private static final double TENTHS = 10;

    public HeatMap {
        names = List.copyOf(names);
    }

    private int most() {
        int most = 0;
        for (int[] line : counts) {
            for (int count : line) {
                most = Math.max(most, count);
            }
        }
        return most;
    }

    @Override
    public String svg() {
        int most = most();
        int bottom = TOP + Math.max(1, names.size()) * ROW;
        String says =
                "%s for %d names, at most %s a slot"
                        .formatted(axis.range(), names.size(), Svg.readable(most));
        Svg svg = new Svg(WIDTH, bottom + BELOW, title, says);
        svg.heading(axis.span());
        Plot plot = new Plot(svg, axis, LEFT, RIGHT, TOP, bottom, 0, 1);
        for (int i = 0; i < names.size(); i++) {
            double y = TOP + i * ROW;
            svg.text(LEFT - 8, y + 15, "end", Label.fit(names.get(i), LEFT - 20, 12));
            svg.line(LEFT, y + ROW - 0.5, RIGHT, y + ROW - 0.5, Palette.RULE);
        }
        List<String> shades = Palette.amounts();
        for (int shade = 0; shade < shades.size(); shade++) {
            svg.stroke(
                    cells(plot, shade + 1, most),
                    shades.get(shade),
                    ROW - 2,
                    range(shade + 1, most));
        }
        plot.times();
        legend(svg, bottom + 44, most);
        return svg.toString();
    }

    /** The cells of one shade, as thick strokes from left to right; neighbours are one stroke. */
    private StringBuilder cells(Plot plot, int shade, int most) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            double y = TOP + i * ROW + ROW / 2.0 - 0.5;
            double pen = Double.NaN;
            for (int slot = 0; slot < axis.slots(); slot++) {
                if (shade(counts[i][slot], most) != shade) {
                    continue;
                }
                int end = slot + 1;
                while (end < axis.slots() && shade(counts[i][end], most) == shade) {
                    end++;
                }
                double from = Math.rint(plot.x(slot) * TENTHS) / TENTHS;
                double to = Math.rint(plot.x(end) * TENTHS) / TENTHS;
                // From where the pen is: a third shorter than places on the sheet.
                if (Double.isNaN(pen)) {
                    path.append('M').append(Svg.number(from)).append(' ').append(Svg.number(y));
                } else {
                    path.append('m').append(Svg.number(from - pen)).append(" 0");
                }
                path.append('h').append(Svg.number(to - from));
                pen = to;
                slot = end - 1;
            }
        }
        return path;
    }

    /** 0 for none, up to the number of shades for the most. */
    private static int shade(int count, int most) {
        int shades = Palette.amounts().size();
        return count == 0
                ? 0
                : (int) Math.ceil(shades * Math.log1p(count) / Math.log1p(most) - 1e-9);
    }

    /** The counts of a shade, for a reader; empty if no count has it. */
    private static String range(int shade, int most) {
        int shades = Palette.amounts().size();
        double from = shade == 1 ? 1 : bound(shade - 1.0, shades, most) + 1;
        double to = bound(shade, shades, most);
        if (from > to) {
            return "";
        }
        return from == to ? Svg.readable(to) : Svg.readable(from) + "–" + Svg.readable(to);
    }

    private static double bound(double shade, int shades, int most) {
        return Math.floor(Math.expm1(shade / shades * Math.log1p(most)) + 1e-6);
    }

    private static void legend(Svg svg, int y, int most) {
        double x = LEFT;
        for (int shade = 1; shade <= Palette.amounts().size() && most > 0; shade++) {
            String label = range(shade, most);
            if (!label.isEmpty()) {
                svg.rect(x, y - 10, 14, 11, Palette.amounts().get(shade - 1));
                svg.mark(x + 19, y, "start", label);
                x += 32 + 7.0 * label.length();
            }
        }
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(List.of(title));
        for (int i = 0; i < names.size(); i++) {
            double[] heights = new double[axis.slots()];
            for (int slot = 0; slot < heights.length; slot++) {
                heights[slot] = shade(counts[i][slot], most());
            }
            lines.add("%-22s %s".formatted(Markup.clip(names.get(i), 21), Sparkline.of(heights)));
        }
        lines.add(axis.range());
        return String.join("\n", lines) + "\n";
    }
}
