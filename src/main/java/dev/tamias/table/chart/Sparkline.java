package dev.tamias.table.chart;

/** A row of signs whose heights are values: a picture for terminals. */
final class Sparkline {

    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 80;

    private Sparkline() {}

    /** The greatest of neighbouring values share a sign where there are more than fit; NaN is a space. */
    static String of(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Double.isNaN(value) ? 0 : value);
        }
        int width = Math.min(WIDTH, values.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width; i++) {
            int from = (int) ((long) i * values.length / width);
            int to = (int) ((i + 1L) * values.length / width);
            double height = Double.NaN;
            for (int j = from; j < to; j++) {
                height = Double.isNaN(height) ? values[j] : Math.max(height, values[j]);
            }
            line.append(sign(height, most));
        }
        return line.toString();
    }

    private static char sign(double height, double most) {
        if (Double.isNaN(height)) {
            return ' ';
        } else if (height <= 0 || most <= 0) {
            return HEIGHTS.charAt(0);
        }
        return HEIGHTS.charAt(
                (int) Math.min(HEIGHTS.length() - 1, height / most * HEIGHTS.length()));
    }
}
