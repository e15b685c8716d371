package dev.tamias.cli;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import java.util.Optional;

/** A function that a component exports, as a command line names it. */
final class ExportedFunc {

    private static final char WITHIN = '#';
    private static final char VERSION = '@';

    private ExportedFunc() {}

    /**
     * Finds a function.
     *
     * @param name {@code NAME}, or {@code INSTANCE#NAME}; the instance's version may be missing, or be
     *     another compatible one
     * @throws WrongUsage where there is none; the message says what there is
     */
    static Func find(Instance instance, String name) {
        int within = name.lastIndexOf(WITHIN);
        Optional<Func> func =
                within < 0
                        ? instance.func(name)
                        : nested(instance, name.substring(0, within))
                                .flatMap(some -> some.func(name.substring(within + 1)));
        return func.orElseThrow(
                () ->
                        new WrongUsage(
                                "There is no function \""
                                        + name
                                        + "\"; the component exports "
                                        + instance.names()
                                        + "."));
    }

    private static Optional<Instance> nested(Instance instance, String name) {
        Optional<Instance> exact = instance.instance(name);
        if (exact.isPresent() || name.indexOf(VERSION) >= 0) {
            return exact;
        }
        return instance.names().stream()
                .filter(each -> each.startsWith(name + VERSION))
                .findFirst()
                .flatMap(instance::instance);
    }
}
