package dev.tamias.cli;

import dev.tamias.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code shell-script}: Java statements from a file or standard input, as in a notebook's cell. The
 * value of the last expression is printed, and the exit code is not 0 after an error: the {@code
 * jshell} tool does neither when it is fed from a pipe.
 */
@Command(name = "shell-script", hidden = true, description = "Runs Java statements.")
final class ShellScript implements Callable<Integer> {

    private static final String STARTUP = "startup.jsh";
    private static final String SHOW = "import static dev.tamias.cli.Shell.*;";

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        String script = file == null ? read(System.in) : Files.readString(file);
        // In this process: no second JVM to start, and the plugins' code is compiled here anyway.
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            return run(shell, startup() + SHOW) && runAndShow(shell, script) ? 0 : Main.FAILED;
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The imports that every shell of Tamias starts with. */
    private static String startup() throws IOException {
        try (InputStream stream = Plugins.class.getResourceAsStream(STARTUP)) {
            if (stream == null) {
                throw new IOException(STARTUP + " is missing from the class path");
            }
            return read(stream);
        }
    }

    private static boolean run(JShell shell, String script) {
        return new Statements(shell, script).run();
    }

    private static boolean runAndShow(JShell shell, String script) {
        Statements statements = new Statements(shell, script);
        if (!statements.run()) {
            return false;
        }
        String value = statements.lastValue();
        return value == null || new Statements(shell, "show(" + value + ");").run();
    }

    /** Runs statements one after the other up to the first that fails. */
    private static final class Statements {

        private final JShell shell;
        private String rest;
        private @Nullable Snippet last;

        Statements(JShell shell, String script) {
            this.shell = shell;
            this.rest = script;
        }

        boolean run() {
            while (!rest.isBlank()) {
                CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                if (!info.completeness().isComplete()) {
                    return evaluate(rest) && end();
                }
                rest = info.remaining();
                if (!evaluate(info.source())) {
                    return false;
                }
            }
            return true;
        }

        private boolean end() {
            rest = "";
            return true;
        }

        /** Evaluates one statement; one that is not complete is evaluated for its error message. */
        private boolean evaluate(String source) {
            boolean fine = true;
            for (SnippetEvent event : shell.eval(source)) {
                fine &= accept(event);
            }
            return fine;
        }

        private boolean accept(SnippetEvent event) {
            if (event.causeSnippet() != null) {
                return true;
            }
            JShellException exception = event.exception();
            if (exception != null) {
                System.err.print(Failure.text(exception));
                return false;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                shell.diagnostics(event.snippet()).forEach(diag -> complain(event.snippet(), diag));
                return false;
            }
            last = event.snippet();
            return true;
        }

        private static void complain(Snippet snippet, Diag diag) {
            String source = snippet.source().strip();
            System.err.println("tamias: " + diag.getMessage(Locale.ROOT) + "\n    in: " + source);
        }

        /** The name of the variable that holds the last expression's value, if it was one with a value. */
        @Nullable String lastValue() {
            if (last instanceof VarSnippet variable) {
                boolean temporary =
                        variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
                return temporary ? variable.name() : null;
            }
            return last instanceof ExpressionSnippet expression ? expression.name() : null;
        }
    }

    /** What is said of an exception: for one of Tamias its sentence, for others where they arose too. */
    private static final class Failure {

        private Failure() {}

        static String text(JShellException exception) {
            StringBuilder text =
                    new StringBuilder("tamias: ").append(words(exception)).append('\n');
            for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
                text.append("    because of ").append(words(cause)).append('\n');
            }
            if (!name(exception).startsWith("dev.tamias.")) {
                List.of(exception.getStackTrace())
                        .forEach(frame -> text.append("    at ").append(frame).append('\n'));
            }
            return text.toString();
        }

        private static String words(Throwable exception) {
            String name = name(exception);
            return name.substring(name.lastIndexOf('.') + 1) + ": " + exception.getMessage();
        }

        private static String name(Throwable exception) {
            return exception instanceof EvalException thrown
                    ? thrown.getExceptionClassName()
                    : exception.getClass().getName();
        }
    }
}
