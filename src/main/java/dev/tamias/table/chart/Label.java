package dev.tamias.table.chart;

/**
 * A text in a picture, cut to the room that it has. How wide it becomes only the viewer's font says; here
 * it is taken for that of a wide sans-serif.
 */
final class Label {

    /** What stands for a text of which nothing would be seen. */
    static final String EMPTY = "(empty)";

    private static final int FIRST_WIDE = 0x1100;
    private static final String NARROW = "iljftrI.,:;'|!()[]/- ";
    private static final String WIDE = "mwMW@%…—";

    private Label() {}

    /** The text, or its start and a sign, that is no wider than so many pixels at a size of so many. */
    static String fit(String text, double pixels, double size) {
        String line = text.isBlank() ? EMPTY : text.strip().replaceAll("\\s+", " ");
        if (width(line, size) <= pixels) {
            return line;
        }
        double room = pixels - width("…", size);
        int end = 0;
        while (end < line.length()) {
            int next = line.offsetByCodePoints(end, 1);
            room -= width(line.codePointAt(end)) * size;
            if (room < 0) {
                break;
            }
            end = next;
        }
        return line.substring(0, end) + "…";
    }

    /** Pixels at a size of so many. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Label::width).sum() * size;
    }

    /** Of the size. */
    private static double width(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.42;
        } else if (character >= FIRST_WIDE || WIDE.indexOf(character) >= 0) {
            return 1.02;
        }
        return Character.isUpperCase(character) ? 0.72 : 0.64;
    }
}
