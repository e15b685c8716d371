package dev.tamias.host;

import dev.tamias.engine.GuestStack;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.ComponentException;
import dev.tamias.model.GuestException;
import dev.tamias.model.GuestText;
import dev.tamias.model.HostException;
import dev.tamias.model.InitException;
import dev.tamias.model.SourceException;
import dev.tamias.model.Trouble;
import java.util.List;
import java.util.OptionalLong;

/**
 * Says of a failure of the guest which plugin it was, what it was doing, at which byte of the input, and
 * what it had logged last; and notes it in the log. A failure keeps its type.
 */
final class GuestFailures {

    private final PluginSetup setup;
    private final HostLogging logging;

    GuestFailures(PluginSetup setup, HostLogging logging) {
        this.setup = setup;
        this.logging = logging;
    }

    RuntimeException named(RuntimeException failure, String doing, OptionalLong offset) {
        if (failure instanceof LimitExceeded limit) {
            return new LimitExceeded(stopped(limit, "was stopped", doing, offset), failure);
        }
        if (failure instanceof Interrupted interrupted) {
            return new Interrupted(stopped(interrupted, "was stopped", doing, offset), failure);
        }
        if (failure instanceof GuestException trap && trap.trouble() == Trouble.TRAP) {
            return new Trap(stopped(trap, "trapped", doing, offset), failure);
        }
        if (failure instanceof InitException refused) {
            return new InitException(refused.kind(), refused(refused), failure);
        }
        if (failure instanceof SourceException failed) {
            return new SourceException(failed.kind(), failed(failed, offset), failure);
        }
        return failure;
    }

    private String refused(InitException failure) {
        return "Plugin \""
                + setup.plugin()
                + "\" refused to start ("
                + failure.kind().title()
                + " error)"
                + words(failure)
                + setup.configuration().told()
                + lastLog();
    }

    private String failed(SourceException failure, OptionalLong offset) {
        return "Byte source \""
                + setup.plugin()
                + "\" failed to read"
                + from(offset)
                + " ("
                + failure.kind().title()
                + " error)"
                + words(failure)
                + lastLog();
    }

    /** The plugin's own words behind a colon, where it has any. */
    private static String words(GuestException failure) {
        return failure.sentence().isEmpty() ? "." : ": " + failure.sentence() + ".";
    }

    private static String from(OptionalLong offset) {
        return offset.isPresent() ? " from byte " + offset.getAsLong() + " on" : "";
    }

    private String lastLog() {
        String last = logging.last();
        return last.isEmpty() ? "" : " It had logged last: \"" + GuestText.oneLine(last) + "\".";
    }

    private String stopped(GuestException failure, String how, String doing, OptionalLong offset) {
        String told = " while " + doing + from(offset) + ": " + failure.sentence() + ".";
        String sentence = "Plugin \"" + setup.plugin() + "\" " + how + told + lastLog();
        List<String> stack = GuestStack.of(failure);
        logging.trap(how + told + (stack.isEmpty() ? "" : " In " + String.join(" < ", stack)));
        return sentence;
    }

    HostException cannotStart(ComponentException failure) {
        return new HostException(
                failure.trouble(),
                "Plugin \"" + setup.plugin() + "\" cannot start: " + failure.sentence() + ".",
                failure);
    }
}
