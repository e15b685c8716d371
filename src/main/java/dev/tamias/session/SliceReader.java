package dev.tamias.session;

import dev.tamias.model.HostException;
import dev.tamias.source.ByteSource;

/** Reads a source in slices as long as the parser needs them. */
final class SliceReader {

    private final ByteSource source;
    private final Window window;
    private boolean failed;

    /** More is to be loaded than what the parser has seen, and an interrupt came in between. */
    private boolean growing;

    /** What came of the wish for a longer slice. */
    enum Growth {
        /** The next slice is longer. */
        LONGER,
        /** The source has no more bytes. */
        AT_END,
        /** The slice is as long as the policy allows. */
        LONGEST,
        /** The source brought nothing, and has not ended. */
        NOTHING
    }

    SliceReader(ByteSource source, ParsePolicy policy) {
        this.source = source;
        this.window = new Window(policy);
    }

    /**
     * Loads a slice. Packets and what somebody sends are given as they come: only an empty slice is
     * filled up.
     *
     * @return how many of the source's loaded bytes the parser is to be given
     * @throws HostException where the source fails and there is nothing else to parse
     */
    int next() {
        int wanted = window.bytes();
        if (source.length() == 0 || growing) {
            source.load(wanted);
            growing = false;
        } else if (source.length() < wanted && !source.framed() && !failed) {
            fillUp(wanted);
        }
        return given();
    }

    /** What is there is parsed first: a source that failed fails again when that is not enough. */
    private void fillUp(int wanted) {
        try {
            source.load(wanted);
        } catch (HostException e) {
            failed = true;
        }
    }

    private int given() {
        return source.framed() ? source.length() : Math.min(source.length(), window.bytes());
    }

    /** Makes the next slice longer than {@code given}, where it can. */
    Growth grow(int given) {
        boolean all = given == source.length();
        if (all && source.ended()) {
            return Growth.AT_END;
        }
        if (!window.grow(given)) {
            return all && endsBehind(given) ? Growth.AT_END : Growth.LONGEST;
        }
        growing = true;
        source.load(window.bytes());
        growing = false;
        if (given() > given) {
            return Growth.LONGER;
        }
        return source.ended() ? Growth.AT_END : Growth.NOTHING;
    }

    /** Whether the longest slice happens to be all: some sources know their end only behind it. */
    private boolean endsBehind(int given) {
        return !source.framed() && source.load(given + 1) == 0 && source.ended();
    }

    /** Learns from an answer that took {@code taken} of {@code given} bytes. */
    void took(int taken, int given) {
        window.took(taken, given);
    }
}
