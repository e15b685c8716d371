package dev.tamias.model;

import java.util.List;

/**
 * How a parser wants its messages shown (chipmunk:parser/parse-types, {@code render-options}).
 *
 * @param columns the columns of every message; empty where a message is one unnamed column and is
 *     not to be split
 */
public record RenderOptions(List<Column> columns) {

    /** One unnamed column. */
    public static final RenderOptions PLAIN = new RenderOptions(List.of());

    public RenderOptions {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param width in pixels; −1 where it is unlimited
     */
    public record Column(String caption, String description, int width) {}
}
