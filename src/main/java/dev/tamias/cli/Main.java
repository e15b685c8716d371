package dev.tamias.cli;

import dev.tamias.model.TamiasException;
import dev.tamias.table.TextTable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code tamias} command. Exit 0: the verb ran to its end; 1: it could not; 2: wrong usage. */
@Command(
        name = "tamias",
        description = "Runs Chipmunk's log-analysis plugins and turns what they parse into tables.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {

    /** The verb could not do its work, or not all of it. */
    static final int FAILED = 1;

    /** The command line makes no sense. */
    static final int WRONG_USAGE = 2;

    /** The reader had enough, as {@code head} has: what the shell reports of a program that it stops so. */
    private static final int BROKEN_PIPE = 141;

    /** Something went wrong that no one foresaw. */
    private static final int DEFECT = 70;

    /** Set to anything, this shows where an error comes from. */
    private static final String DEBUG = "TAMIAS_DEBUG";

    /** All verbs, in the order in which help lists them. */
    private static final List<Map.Entry<String, Class<?>>> VERBS =
            List.of(
                    Map.entry("parse", Parse.class),
                    Map.entry("plugins", PluginsVerb.class),
                    Map.entry("demo", Demo.class),
                    Map.entry("bench", Bench.class),
                    Map.entry("bench-run", BenchRun.class),
                    Map.entry("bench-serve", BenchServe.class),
                    Map.entry("start-trial", StartTrial.class),
                    Map.entry("wast", Wast.class),
                    Map.entry("validate", Validate.class),
                    Map.entry("run", Run.class),
                    Map.entry("describe", Describe.class),
                    Map.entry("invoke", Invoke.class),
                    Map.entry("shell-script", ShellScript.class));

    private Main() {}

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] args) {
        speakUtf8();
        System.exit(run(args));
    }

    /** Runs one verb. */
    static int run(String... args) {
        CommandLine tamias = new CommandLine(new Main());
        addVerbs(tamias, args.length == 0 ? "" : args[0]);
        tamias.setCaseInsensitiveEnumValuesAllowed(true);
        return tamias.setParameterExceptionHandler((error, line) -> wrongUsage(error))
                .setExecutionExceptionHandler((error, command, line) -> failed(error))
                .execute(args);
    }

    /** Adds the verb of that name alone, or else all: looking at a verb's options takes its time. */
    private static void addVerbs(CommandLine tamias, String name) {
        boolean known = VERBS.stream().anyMatch(verb -> verb.getKey().equals(name));
        for (Map.Entry<String, Class<?>> verb : VERBS) {
            if (!known || verb.getKey().equals(name)) {
                CommandLine command = new CommandLine(verb.getValue());
                // What stands behind the program's name is the program's, options too.
                command.setStopAtPositional(verb.getValue() == Run.class);
                tamias.addSubcommand(verb.getKey(), command);
            }
        }
    }

    /** Whatever the locale: results are UTF-8. */
    private static void speakUtf8() {
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int wrongUsage(Throwable error) {
        say("", error);
        return WRONG_USAGE;
    }

    private static int failed(Exception error) {
        if (error instanceof WrongUsage) {
            return wrongUsage(error);
        }
        if (error instanceof TamiasException) {
            say("", error);
            return FAILED;
        }
        if ("Broken pipe".equals(error.getMessage())) {
            return BROKEN_PIPE;
        }
        if (error instanceof IOException || error instanceof UncheckedIOException) {
            say("An input or output failed: ", error);
            return FAILED;
        }
        System.err.println("tamias: this is a defect of Tamias:");
        error.printStackTrace();
        return DEFECT;
    }

    /** Says on standard error what went wrong. */
    static void say(String what, Throwable error) {
        System.err.println(
                "tamias: " + what + TextTable.escape(String.valueOf(error.getMessage())));
        if (System.getenv(DEBUG) != null) {
            error.printStackTrace();
        }
    }

    @Override
    public void run() {
        throw new WrongUsage(
                "A verb is missing; there are parse, plugins, demo, bench, run, describe, invoke,"
                        + " validate, wast (see --help).");
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tamias " + (version == null ? "of a source tree" : version)};
        }
    }
}
