package dev.tamias.engine;

import java.util.List;
import java.util.stream.Stream;

/** The guest's functions in which a failure happened. */
public final class GuestStack {

    /** Deep recursions repeat themselves. */
    private static final int MOST = 32;

    /** Where the compiler puts the functions of a module, each as a method of its number's name. */
    private static final String COMPILED = "com.dylibso.chicory.$gen.";

    private GuestStack() {}

    /**
     * The functions that were running, innermost first, as {@code func 12}: their indices in their core
     * modules. Empty where the engine does not know, as in interpreted code.
     */
    public static List<String> of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            List<String> found =
                    Stream.of(each.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith(COMPILED))
                            .map(StackTraceElement::getMethodName)
                            .filter(method -> method.matches("func_\\d+"))
                            .map(method -> method.replace('_', ' '))
                            .limit(MOST)
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
