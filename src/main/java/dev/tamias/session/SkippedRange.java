package dev.tamias.session;

/**
 * Bytes of the input that became no item.
 *
 * @param offset the first of them in the input
 */
public record SkippedRange(long offset, long length, Reason reason) {

    /** Why bytes were skipped. */
    public enum Reason {
        /** The parser called them no item, and the session went on behind each. */
        PARSE_ERROR,
        /** The parser passed over them. */
        PARSER,
        /** They are the incomplete end, which the policy drops. */
        TAIL
    }
}
