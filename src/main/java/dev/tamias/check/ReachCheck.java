package dev.tamias.check;

import dev.tamias.host.PluginProbe;
import dev.tamias.host.Reach;
import dev.tamias.manager.PluginEntry;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a plugin reaches for nothing that is not its own. */
final class ReachCheck {

    private ReachCheck() {}

    /** @param run runs the plugin once, watched */
    static void add(Subject subject, Consumer<Reach> run, List<Finding> findings) {
        try (Reach reach = new Reach()) {
            subject.returns().ifPresent(reach::onReturn);
            run.accept(reach);
            boolean runtime = reach.environment() && asksAtOnce(subject);
            if (runtime) {
                findings.add(
                        Finding.note(
                                Aspect.IMPORTS,
                                "Its language's runtime asks for the environment when it starts. It is"
                                        + " empty here; in Chipmunk it is the user's."));
            } else if (reach.environment()) {
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
            if (reach.paths().isEmpty() && (runtime || !reach.environment())) {
                findings.add(
                        Finding.good(
                                Aspect.IMPORTS,
                                (runtime ? "It asked" : "It asked for no environment, and")
                                        + " for no file that is not its own."));
            }
        }
    }

    /** Whether the environment is asked for before there is anything to be done by it. */
    private static boolean asksAtOnce(Subject subject) {
        PluginEntry entry = subject.entry();
        try (Reach reach = new Reach()) {
            PluginProbe.info(
                    entry.name(), entry.type(), subject.engine(), subject.component(), reach);
            return reach.environment();
        }
    }
}
