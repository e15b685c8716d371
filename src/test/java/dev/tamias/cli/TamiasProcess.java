package dev.tamias.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own: what other programs see of it. */
final class TamiasProcess {

    /** What a run has left. */
    record Ended(int exit, String out, String err) {

        /** The lines of standard output, each split into its fields. */
        List<List<String>> fields() {
            return out.lines().map(line -> List.of(line.split("\t", -1))).toList();
        }
    }

    private TamiasProcess() {}

    static ProcessBuilder of(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starting fast matters more here than running fast.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("dev.tamias.cli.Main");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs it to its end. */
    static Ended run(String... arguments) throws IOException, InterruptedException {
        File out = Files.createTempFile("tamias", ".out").toFile();
        File err = Files.createTempFile("tamias", ".err").toFile();
        try {
            Process process = of(arguments).redirectOutput(out).redirectError(err).start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end of " + List.of(arguments));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out.toPath());
            Files.delete(err.toPath());
        }
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }
}
