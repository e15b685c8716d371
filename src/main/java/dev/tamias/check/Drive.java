package dev.tamias.check;

import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserHost;
import dev.tamias.host.RunLog;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A parser called without a session's rules, so that what it answers is seen as it is. It ends at the
 * first broken rule.
 */
final class Drive {

    /** Slices with some records each. */
    static final int USUAL_SLICE = 4 << 10;

    /** Slices that hold no whole record mostly, which grow until they hold one. */
    static final int SHORT_SLICE = 3;

    private static final int MOST_ERRORS = 200;

    private final Subject subject;
    private final byte[] input;
    private final int firstSlice;
    private int at;
    private int given;
    private int errors;
    private long calls;
    private long answered;
    private long empty;
    private @Nullable String broken;

    /** @param firstSlice how long a slice is, unless the parser asks for more */
    Drive(Subject subject, byte[] input, int firstSlice) {
        this.subject = subject;
        this.input = input;
        this.firstSlice = firstSlice;
    }

    /** Which rule was broken, and where; null where none was. */
    @Nullable String run() {
        return subject.engine()
                .executor()
                .run(
                        () -> {
                            try (ParserHost parser = open()) {
                                drive(parser);
                            }
                            return broken;
                        });
    }

    private ParserHost open() {
        return ParserHost.open(subject.setup(subject.configuration(), new RunLog()));
    }

    private void drive(ParserHost parser) {
        int slice = firstSlice;
        while (at < input.length && broken == null && errors < MOST_ERRORS) {
            given = Math.min(slice, input.length - at);
            long[] taken = {0, 0};
            calls++;
            ParseReply reply =
                    parser.parse(
                            input,
                            at,
                            given,
                            OptionalLong.of(at),
                            null,
                            (consumed, cells, attachment) -> item(taken, consumed));
            switch (reply.kind()) {
                case ITEMS -> {
                    judge(taken);
                    at += (int) Math.min(taken[0], given);
                    slice = firstSlice;
                }
                case INCOMPLETE -> {
                    if (given == input.length - at) {
                        return;
                    }
                    slice = given * 2;
                }
                case PARSE -> {
                    errors++;
                    at++;
                }
                case EOF, UNRECOVERABLE -> {
                    return;
                }
            }
        }
    }

    private void item(long[] taken, long consumed) {
        taken[1]++;
        if (consumed == 0) {
            empty++;
        }
        boolean over = consumed < 0 || consumed > given - taken[0];
        if (over && broken == null) {
            broken =
                    "item "
                            + taken[1]
                            + " of the call at byte "
                            + at
                            + " says that it consumed "
                            + Long.toUnsignedString(consumed)
                            + " bytes where "
                            + (given - taken[0])
                            + " of "
                            + given
                            + " were left";
        }
        taken[0] = over ? given : taken[0] + consumed;
    }

    private void judge(long[] taken) {
        answered += taken[1];
        if (broken != null || taken[0] > 0) {
            return;
        }
        broken =
                taken[1] == 0
                        ? "the call at byte "
                                + at
                                + " answered "
                                + given
                                + " bytes with no item and no error: a host that asks again never ends"
                        : "the "
                                + taken[1]
                                + " items of the call at byte "
                                + at
                                + " consumed 0 of "
                                + given
                                + " bytes: a host that asks again never ends";
    }

    /** How many items took no bytes although others of their call did. */
    long emptyItems() {
        return empty;
    }

    /** What was looked at, as a sentence. */
    String said() {
        return calls
                + " calls gave "
                + answered
                + " items; each took bytes, and no more than it had.";
    }
}
