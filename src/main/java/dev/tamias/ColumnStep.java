package dev.tamias;

import dev.tamias.session.ParsePolicy;
import java.util.function.UnaryOperator;

/**
 * A parser of a column: each cell is an input of its own. Made by {@link ParserStep#on}, for {@link
 * SourceStep#then}. Immutable.
 */
public final class ColumnStep {

    /** A cell is whole: its last line needs no line feed. */
    static final ParsePolicy USUAL = ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE);

    private final ParserStep parser;
    private final String column;
    private final boolean hex;
    private final UnaryOperator<ParsePolicy> policy;

    ColumnStep(ParserStep parser, String column, boolean hex, UnaryOperator<ParsePolicy> policy) {
        this.parser = parser;
        this.column = column;
        this.hex = hex;
        this.policy = policy;
    }

    /** Takes the cells as hexadecimal digits, with or without spaces, colons, commas or 0x between them. */
    public ColumnStep hex() {
        return new ColumnStep(parser, column, true, policy);
    }

    /** Parses each cell under this policy, in place of the usual one, which ends lines that have no end. */
    public ColumnStep policy(ParsePolicy other) {
        return new ColumnStep(parser, column, hex, usual -> other);
    }

    /** Goes on in a cell with a fresh instance after so many traps. */
    public ColumnStep restarts(int most) {
        return new ColumnStep(parser, column, hex, usual -> policy.apply(usual).withRestarts(most));
    }

    ParserStep parser() {
        return parser;
    }

    String column() {
        return column;
    }

    boolean isHex() {
        return hex;
    }

    ParsePolicy policy() {
        return policy.apply(USUAL);
    }

    @Override
    public String toString() {
        return "parser " + parser.name() + " on " + column + (hex ? ", in hexadecimal" : "");
    }
}
