package dev.tamias.table.chart;

import java.util.Locale;

/**
 * Writes an SVG document. It has a light ground of its own, so that it can be read on a dark page; numbers
 * have one decimal at most, which is finer than a screen shows.
 */
final class Svg {

    private static final double TENTHS = 10;

    /** Of marks, and of a heading, whose letters are bold. */
    private static final double SMALL = 11;

    private static final double BOLD = 14.5;
    private static final double EDGE = 16;

    private final StringBuilder text = new StringBuilder(16_384);
    private final int width;
    private final String title;

    /**
     * @param title shown to those who point at the picture, read to those who cannot see it
     * @param description what the picture says, in a sentence
     */
    Svg(int width, int height, String title, String description) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        text.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
        text.append(' ').append(height).append("\" font-family=\"sans-serif\" font-size=\"12\"");
        text.append(" role=\"img\" aria-label=\"")
                .append(Markup.escape(title + ". " + description));
        text.append("\">\n<title>").append(Markup.escape(title)).append("</title>\n<desc>");
        text.append(Markup.escape(description)).append("</desc>\n");
        text.append("<rect x=\".5\" y=\".5\" width=\"").append(width - 1).append("\" height=\"");
        text.append(height - 1).append("\" rx=\"4\" fill=\"").append(Palette.PAPER);
        text.append("\" stroke=\"").append(Palette.FRAME).append("\"/>\n");
        this.width = width;
        this.title = title;
    }

    /** The heading at the left, cut to the room that {@code range}, at the right, leaves it. */
    Svg heading(String range) {
        double right = width - EDGE;
        double room = right - Label.width(range, SMALL) - 2 * EDGE;
        text(10, 21, "start", Palette.INK, "13\" font-weight=\"bold", Label.fit(title, room, BOLD));
        return range.isEmpty() ? this : mark(right, 21, "end", range);
    }

    /** A text at its baseline; {@code anchor} is start, middle or end. */
    Svg text(double x, double y, String anchor, String label) {
        return text(x, y, anchor, Palette.INK, "12", label);
    }

    /** A text in paler ink and smaller, for axes. */
    Svg mark(double x, double y, String anchor, String label) {
        return text(x, y, anchor, Palette.PALE_INK, "11", label);
    }

    private Svg text(double x, double y, String anchor, String ink, String size, String label) {
        text.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        text.append("\" text-anchor=\"").append(anchor).append("\" font-size=\"").append(size);
        text.append("\" fill=\"").append(ink).append("\">").append(Markup.escape(label));
        text.append("</text>\n");
        return this;
    }

    Svg rect(double x, double y, double width, double height, String fill) {
        text.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        text.append("\" width=\"").append(number(width)).append("\" height=\"");
        text.append(number(height)).append("\" fill=\"").append(fill).append("\"/>\n");
        return this;
    }

    Svg line(double x, double y, double toX, double toY, String stroke) {
        text.append("<path d=\"M").append(number(x)).append(' ').append(number(y)).append('L');
        text.append(number(toX)).append(' ').append(number(toY)).append("\" stroke=\"");
        text.append(stroke).append("\"/>\n");
        return this;
    }

    /** A filled path with a name to those who point at it. */
    Svg area(CharSequence path, String fill, String name) {
        return path(path, "fill=\"" + fill + "\"", name);
    }

    /** A drawn path with a name to those who point at it. */
    Svg stroke(CharSequence path, String stroke, double width, String name) {
        return path(
                path,
                "fill=\"none\" stroke=\"" + stroke + "\" stroke-width=\"" + number(width) + "\"",
                name);
    }

    private Svg path(CharSequence path, String attributes, String name) {
        if (!path.isEmpty()) {
            text.append("<path d=\"").append(path).append("\" ").append(attributes);
            text.append("><title>").append(Markup.escape(name)).append("</title></path>\n");
        }
        return this;
    }

    /** A number for SVG. */
    static String number(double value) {
        double rounded = Math.rint(value * TENTHS) / TENTHS;
        if (rounded == Math.rint(rounded)) {
            return Long.toString((long) rounded);
        }
        String text = String.valueOf(rounded);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /** A number for a reader: grouped thousands, two decimals where it has a part, powers for the extreme. */
    static String readable(double value) {
        double size = Math.abs(value);
        if (size >= 1e9 || (size < 0.01 && size > 0)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
