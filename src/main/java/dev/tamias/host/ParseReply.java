package dev.tamias.host;

/**
 * How a parser answered (chipmunk:parser/parse-types, {@code parse-error}).
 *
 * @param message the plugin's own words; empty where it has none
 */
public record ParseReply(Kind kind, String message) {

    /** The items went to the sink. */
    public static final ParseReply ITEMS = new ParseReply(Kind.ITEMS, "");

    /** The kinds of answer. */
    public enum Kind {
        /** There were items, perhaps none. */
        ITEMS,
        /** The bytes hold no whole item; more of them may. */
        INCOMPLETE,
        /** The bytes at the front are no item. */
        PARSE,
        /** There is nothing more to parse. */
        EOF,
        /** The session cannot go on. */
        UNRECOVERABLE
    }
}
