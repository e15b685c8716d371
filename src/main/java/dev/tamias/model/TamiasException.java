package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/**
 * Every failure that Tamias reports. The message is one sentence that names what was being done and
 * to which plugin, component or file, and ends with a link into {@code docs/troubleshooting.md}.
 *
 * <p>Which kind a failure is says whose fault it is: the binary's ({@link ComponentException}), the
 * running guest's ({@link GuestException}), or neither's ({@link HostException}: the request, a file,
 * the machine). An {@link IncompleteException} carries what was done before one of them.
 */
public abstract sealed class TamiasException extends RuntimeException
        permits ComponentException, GuestException, HostException, IncompleteException {

    private final Trouble trouble;
    private final String sentence;

    protected TamiasException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(sentence + " [" + trouble.link() + "]", cause);
        this.trouble = trouble;
        this.sentence = sentence;
    }

    /** The kind of trouble, by which a program may decide and a reader finds symptom and remedy. */
    public final Trouble trouble() {
        return trouble;
    }

    /** The message without its link: for a caller that puts it into a longer sentence. */
    public final String sentence() {
        return sentence;
    }
}
