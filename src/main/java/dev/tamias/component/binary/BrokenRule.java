package dev.tamias.component.binary;

import dev.tamias.engine.binary.RejectedBinary;
import dev.tamias.model.Trouble;

/**
 * A rule is broken at an offset; within this package only. The section loop, which knows the
 * section, makes an exception for the user of it.
 */
final class BrokenRule extends RuntimeException {

    /** Where the one who finds the fault does not know the offset. */
    static final int UNKNOWN = -1;

    private final int offset;
    private final Trouble trouble;
    private final String sentence;

    private BrokenRule(int offset, Trouble trouble, String sentence) {
        super(sentence, null, false, false);
        this.offset = offset;
        this.trouble = trouble;
        this.sentence = sentence;
    }

    /** A byte has no meaning in the format. */
    static BrokenRule malformed(int offset, String sentence) {
        return new BrokenRule(offset, Trouble.MALFORMED_COMPONENT, sentence);
    }

    /** A validation rule. */
    static BrokenRule invalid(int offset, String sentence) {
        return new BrokenRule(offset, Trouble.INVALID_COMPONENT, sentence);
    }

    /** A part of the Component Model that is recognised and not supported. */
    static BrokenRule unsupported(int offset, String feature) {
        return new BrokenRule(
                offset,
                Trouble.UNSUPPORTED_FEATURE,
                feature + ": not supported; Tamias runs components of the WASI 0.2 era");
    }

    /** A rule of the core specification, in a core module that starts at {@code start}. */
    static BrokenRule ofModule(int start, RejectedBinary rejection) {
        int offset = start + (int) Math.max(rejection.offset(), 0);
        return new BrokenRule(offset, rejection.trouble(), rejection.reason());
    }

    int offset() {
        return offset;
    }

    Trouble trouble() {
        return trouble;
    }

    String sentence() {
        return sentence;
    }
}
