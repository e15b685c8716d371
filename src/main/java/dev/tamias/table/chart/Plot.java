package dev.tamias.table.chart;

/**
 * The part of a picture where time runs from left to right, with its axes.
 *
 * @param top least and greatest pixel of the plot, from above
 * @param least value at the bottom
 * @param most value at the top
 */
record Plot(
        Svg svg,
        TimeAxis axis,
        int left,
        int right,
        int top,
        int bottom,
        double least,
        double most) {

    private static final int STEPS = 5;
    private static final double HAIR = 1e-9;

    /** About the width of a digit of the marks, in pixels. */
    private static final double CHARACTER = 6.4;

    double x(int edge) {
        return left + axis.edges()[edge] * (right - left);
    }

    double y(double value) {
        return bottom - (value - least) / (most - least) * (bottom - top);
    }

    /** Lines across at round values that are no less apart than this, with their numbers. */
    Plot values(double leastStep) {
        if (axis.slots() == 0) {
            return this;
        }
        double step = Math.max(leastStep, step(most - least));
        // Sums of steps would miss the last by a hair.
        long last = (long) Math.floor(most / step + HAIR);
        for (long i = (long) Math.ceil(least / step - HAIR); i <= last; i++) {
            double value = i * step;
            svg.line(left, y(value), right, y(value), Palette.RULE);
            svg.mark(left - 6, y(value) + 4, "end", Svg.readable(value + 0.0));
        }
        return this;
    }

    /** The times below; a mark that has no room for its label goes without. */
    Plot times() {
        svg.line(left, bottom + 0.5, right, bottom + 0.5, Palette.PALE_INK);
        if (axis.slots() == 0) {
            svg.mark((left + right) / 2.0, (top + bottom) / 2.0 + 4, "middle", axis.range());
        }
        double taken = left;
        for (TimeAxis.Mark mark : axis.marks()) {
            double x = left + mark.position() * (right - left);
            double width = mark.label().length() * CHARACTER;
            double from = Math.max(left, Math.min(x - width / 2, right - width));
            svg.line(x, bottom, x, bottom + 5, Palette.PALE_INK);
            if (from >= taken) {
                svg.mark(from + width / 2, bottom + 17, "middle", mark.label());
                taken = from + width + CHARACTER;
            }
        }
        return this;
    }

    /** The least of 1, 2 and 5 times a power of ten that makes at most five steps. */
    static double step(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range / STEPS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (range / (factor * power) <= STEPS) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The round value at or above another. */
    static double roof(double value) {
        double step = step(value);
        return Math.ceil(value / step) * step;
    }
}
