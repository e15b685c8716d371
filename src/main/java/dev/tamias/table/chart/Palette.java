package dev.tamias.table.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours that people with any kind of colour vision can tell apart: those of Okabe and Ito (2008), and
 * for amounts one blue from light to dark. Levels of logs have the same colour in every picture.
 */
final class Palette {

    static final String PAPER = "#ffffff";
    static final String INK = "#222222";
    static final String PALE_INK = "#666666";
    static final String RULE = "#e2e2e2";
    static final String FRAME = "#c8c8c8";
    static final String LINE = "#0072b2";
    static final String BAND = "#b9dcef";

    /** For what is gathered under one name. */
    private static final String REST = "#bbbbbb";

    private static final String VERMILION = "#d55e00";
    private static final String ORANGE = "#e69f00";
    private static final String BLUE = "#0072b2";
    private static final String SKY = "#56b4e9";
    private static final String GREEN = "#009e73";
    private static final String PURPLE = "#cc79a7";
    private static final String YELLOW = "#f0e442";
    private static final String GREY = "#999999";
    private static final String BLACK = "#000000";

    private static final Map<String, String> LEVELS =
            Map.ofEntries(
                    Map.entry(TimeHistogram.REST, REST),
                    Map.entry("fatal", PURPLE),
                    Map.entry("critical", PURPLE),
                    Map.entry("crit", PURPLE),
                    Map.entry("emerg", BLACK),
                    Map.entry("alert", BLACK),
                    Map.entry("error", VERMILION),
                    Map.entry("err", VERMILION),
                    Map.entry("severe", VERMILION),
                    Map.entry("warn", ORANGE),
                    Map.entry("warning", ORANGE),
                    Map.entry("notice", GREEN),
                    Map.entry("info", BLUE),
                    Map.entry("debug", SKY),
                    Map.entry("fine", SKY),
                    Map.entry("trace", GREY),
                    Map.entry("verbose", GREY));

    private static final List<String> OTHERS =
            List.of(BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, YELLOW, BLACK);

    private static final List<String> AMOUNTS =
            List.of("#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#084594");

    private Palette() {}

    /** A colour for each name: that of the level it names, else one that no other name has, while there are any. */
    static List<String> of(List<String> names) {
        List<String> colours = new ArrayList<>();
        List<String> free = new ArrayList<>(OTHERS);
        for (String name : names) {
            String colour = LEVELS.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
            colours.add(colours.contains(colour) ? "" : colour);
            free.remove(colour);
        }
        for (int i = 0; i < colours.size(); i++) {
            if (colours.get(i).isEmpty()) {
                colours.set(i, free.isEmpty() ? GREY : free.remove(0));
            }
        }
        return colours;
    }

    /** Shades for amounts, from the least to the most. */
    static List<String> amounts() {
        return AMOUNTS;
    }
}
