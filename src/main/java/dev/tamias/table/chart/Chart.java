package dev.tamias.table.chart;

/** A picture; its {@code toString} is one in text, for terminals. */
public interface Chart {

    /** What the picture shows. */
    String title();

    /** The picture as an SVG document. */
    String svg();
}
