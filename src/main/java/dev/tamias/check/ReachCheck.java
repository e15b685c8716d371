package dev.tamias.check;

import dev.tamias.host.Reach;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a plugin reaches for nothing that is not its own. */
final class ReachCheck {

    private ReachCheck() {}

    /** @param run runs the plugin once, watched */
    static void add(Consumer<Reach> run, List<Finding> findings) {
        try (Reach reach = new Reach()) {
            run.accept(reach);
            if (reach.environment()) {
                findings.add(
                        Finding.defect(
                                Aspect.IMPORTS,
                                "It asks for the environment, which is empty here; in Chipmunk it gets"
                                        + " all of the user's.",
                                "Declare a configuration item for what it wants to know."));
            }
            if (!reach.paths().isEmpty()) {
                findings.add(
                        Finding.defect(
                                Aspect.IMPORTS,
                                "It reaches for files that are not its own: "
                                        + String.join(", ", reach.paths())
                                        + ".",
                                "Read what an item of type files or directories names, and write to the"
                                        + " directory that chipmunk:shared/sandbox gives."));
            }
            if (!reach.environment() && reach.paths().isEmpty()) {
                findings.add(
                        Finding.good(
                                Aspect.IMPORTS,
                                "It asked for no environment, and for no file that is not its own."));
            }
        }
    }
}
