package dev.tamias.kernel;

import dev.tamias.jupyter.JavadocText;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.kernel.execution.CodeEvaluator;

/** What is asked of a cell's source before it runs. */
final class CellSource {

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CodeEvaluator evaluator;

    CellSource(JShell shell, CodeEvaluator evaluator) {
        this.shell = shell;
        this.evaluator = evaluator;
        this.analysis = shell.sourceCodeAnalysis();
        LibrarySources.add(analysis);
    }

    /** Whether the source's last line is a magic, which the resolver takes, complete or not. */
    boolean isMagic(String code) {
        return code.strip().startsWith("%%") || code.strip().matches("%\\w[^\\n]*");
    }

    /** The value of a variable that some cell has made, or null. */
    Object variable(String name) {
        boolean known = shell.variables().anyMatch(variable -> variable.name().equals(name));
        return known ? evaluator.eval(shell, name) : null;
    }

    /** JShell calls code with an error in it "unknown", and its completeness holds that complete. */
    String completeness(String code, UnaryOperator<String> otherwise) {
        CompletionInfo info = analysis.analyzeCompletion(code);
        while (info.completeness().isComplete()) {
            if (info.completeness() == Completeness.UNKNOWN) {
                return BaseKernel.IS_COMPLETE_BAD;
            }
            info = analysis.analyzeCompletion(info.remaining());
        }
        return otherwise.apply(code);
    }

    /**
     * Documentation of what the caret is at, or in: the name before or around it, or else the call whose
     * arguments it is among.
     */
    DisplayData documentation(String code, int at) {
        int caret = Math.min(Math.max(at, 0), code.length());
        int end = caret;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String upTo = code.substring(0, end);
        // A method's documentation is found from within its parentheses only.
        List<Documentation> found = find(upTo + "(");
        if (found.isEmpty()) {
            found = find(upTo);
        }
        if (found.isEmpty() && end < code.length()) {
            found = analysis.documentation(code, caret, true);
        }
        return found.isEmpty() ? null : show(found);
    }

    private List<Documentation> find(String code) {
        return analysis.documentation(code, code.length(), true);
    }

    private static DisplayData show(List<Documentation> found) {
        return new DisplayData(
                found.stream()
                        .map(CellSource::text)
                        .distinct()
                        .collect(Collectors.joining("\n\n")));
    }

    private static String text(Documentation documentation) {
        String words = documentation.javadoc();
        return documentation.signature() + (words == null ? "" : "\n\n" + JavadocText.of(words));
    }
}
