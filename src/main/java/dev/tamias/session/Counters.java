package dev.tamias.session;

/** The counts of a running session. */
final class Counters {

    long rows;
    long attachments;
    long consumed;
    long skipped;
    long parseErrors;

    ParseSummary summary(long tail, boolean complete) {
        return new ParseSummary(rows, attachments, consumed, skipped, tail, parseErrors, complete);
    }
}
