package dev.tamias.manager;

import dev.tamias.model.HostException;
import java.util.List;
import java.util.stream.Collectors;

/** A plugin cannot be used; the message names all that is wrong with it. */
public final class InvalidPlugin extends HostException {

    private final List<Problem> problems;

    InvalidPlugin(List<Problem> problems) {
        super(problems.get(0).trouble(), sentence(problems));
        this.problems = List.copyOf(problems);
    }

    private static String sentence(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    /** All that is wrong, the first being the one that the troubleshooting link is for. */
    public List<Problem> problems() {
        return problems;
    }
}
