package dev.tamias.kernel;

import dev.tamias.engine.Engine;
import dev.tamias.jupyter.StringCompletion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager.ResultFlag;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.JavaKernelBuilder;
import org.dflib.jjava.kernel.execution.CodeEvaluator;

/**
 * JJava's kernel with output that arrives whole, an interrupt that reaches every guest, a history, errors
 * under their own names, and what the protocol wants of {@code is_complete} and {@code inspect}.
 */
final class TamiasKernel extends JavaKernel {

    private static final HelpLink HELP =
            new HelpLink("Tablesaw", "https://jtablesaw.github.io/tablesaw/");

    private final CellOutput output;
    private final CellIO cellIo;
    private final CellHistory history;
    private final CellSource source;
    private final List<String> notices = new ArrayList<>();

    private TamiasKernel(
            String name,
            String version,
            LanguageInfo language,
            CellHistory history,
            CellIO io,
            CommManager comms,
            Renderer renderer,
            MagicsResolver resolver,
            MagicsRegistry magics,
            boolean extensions,
            StringStyler styler,
            JShell shell,
            CodeEvaluator evaluator,
            CellOutput output) {
        super(
                name,
                version,
                language,
                List.of(HELP),
                history,
                io,
                comms,
                renderer,
                resolver,
                magics,
                extensions,
                styler,
                shell,
                evaluator);
        this.output = output;
        this.cellIo = io;
        this.history = history;
        this.source = new CellSource(shell, evaluator);
    }

    /** Has a sentence told on the standard error of the first cell. */
    void notice(String sentence) {
        notices.add(sentence);
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        output.replaceSystemStreams();
    }

    @Override
    protected synchronized void handleExecuteRequest(
            ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        commManager.setMessageContext(message);
        ExecuteRequest request = message.getContent();
        boolean counted = request.shouldStoreHistory() && !request.isSilent();
        int count = counted ? executionCount.getAndIncrement() : executionCount.get();
        env.setBusyDeferIdle();
        if (!request.isSilent()) {
            env.publish(new PublishExecuteInput(request.getCode(), count));
        }
        output.begin(env);
        cellIo.attach(env, request.isStdinEnabled());
        tellNotices();
        String shown = "";
        try {
            DisplayData result =
                    evalBuilder(request.getCode()).resolveMagics().renderResults().eval();
            output.end();
            if (result != null && !request.isSilent()) {
                env.publish(new PublishExecuteResult(count, result));
                shown = String.valueOf(result.getData(MIMEType.TEXT_PLAIN));
            }
            env.defer().reply(new ExecuteReply(count, Map.of()));
        } catch (Exception | LinkageError | StackOverflowError e) {
            output.end();
            fail(env, count, e);
        } finally {
            cellIo.attach(env, false);
            if (counted) {
                history.add(count, request.getCode(), shown);
            }
        }
    }

    private void tellNotices() {
        notices.forEach(notice -> System.err.println("tamias: " + notice));
        notices.clear();
    }

    private void fail(ShellReplyEnvironment env, int count, Throwable failure) {
        Throwable cause = thrown(failure);
        String name = simple(type(cause));
        String words = cause.getMessage() == null ? "" : cause.getMessage();
        List<String> lines = formatError(failure);
        env.publish(new PublishError(name, words, lines));
        ErrorReply reply = new ErrorReply(name, words, lines);
        reply.setExecutionCount(count);
        env.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
    }

    /** What a cell has thrown; JJava puts its own around that, and around what a magic throws. */
    private static Throwable thrown(Throwable failure) {
        if (!(failure.getCause() instanceof EvalException thrown)) {
            return failure;
        }
        boolean ofMagic = String.valueOf(thrown.getMessage()).startsWith("Exception running ");
        return ofMagic && thrown.getCause() instanceof EvalException inside ? inside : thrown;
    }

    private static String type(Throwable failure) {
        return failure instanceof EvalException thrown
                ? thrown.getExceptionClassName()
                : failure.getClass().getName();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Of an exception of ours the words are what helps; the frames below the cell are not the user's. */
    @Override
    protected List<String> formatError(Throwable failure) {
        Throwable cause = thrown(failure);
        if (!isOurs(cause)) {
            return super.formatError(failure);
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(errorStyler.secondaryLines(simple(type(cause)) + ": " + cause.getMessage()));
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (String.valueOf(frame.getFileName()).startsWith("#")) {
                lines.add(errorStyler.secondary("    at cell line " + frame.getLineNumber()));
            }
        }
        return lines;
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return type(thrown).startsWith("dev.tamias.")
                || type(thrown).equals(IllegalArgumentException.class.getName())
                        && frames.length > 0
                        && frames[0].getClassName().startsWith("dev.tamias.");
    }

    @Override
    protected void handleHistoryRequest(
            ShellReplyEnvironment env, Message<HistoryRequest> message) {
        HistoryRequest request = message.getContent();
        env.setBusyDeferIdle();
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        if (request.includeOutput()) {
            flags.add(ResultFlag.INCLUDE_OUTPUT);
        }
        List<HistoryEntry> entries;
        if (request instanceof HistoryRequest.Range range) {
            entries =
                    history.lookupRange(
                            range.getSessionIndex(), range.getStart(), range.getStop(), flags);
        } else if (request instanceof HistoryRequest.Search search) {
            if (search.filterUnique()) {
                flags.add(ResultFlag.UNIQUE);
            }
            entries = history.search(search.getPattern(), search.getMaxReturnLength(), flags);
        } else {
            entries =
                    history.lookupTail(
                            ((HistoryRequest.Tail) request).getMaxReturnLength(), flags);
        }
        env.reply(
                new CellHistoryReply(entries, request.includeOutput()).message(env.getContext()));
    }

    @Override
    protected void handleKernelInfoRequest(
            ShellReplyEnvironment env, Message<KernelInfoRequest> message) {
        env.setBusyDeferIdle();
        KernelInfoReply info = new KernelInfo(this);
        env.reply(new Message<>(env.getContext(), MessageType.KERNEL_INFO_REPLY, info));
    }

    @Override
    public String isComplete(String code) {
        return source.isMagic(code) ? IS_COMPLETE_YES : source.completeness(code, super::isComplete);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        return source.documentation(code, at);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        return StringCompletion.complete(code, at, source::variable)
                .map(found -> new ReplacementOptions(found.choices(), found.start(), found.end()))
                .orElseGet(() -> super.complete(code, at));
    }

    /** Stops the cell, and every guest, on whatever thread a cell has started it. */
    @Override
    public void interrupt() {
        super.interrupt();
        Engine.shared().interrupt();
    }

    /** Makes a kernel whose cells print to {@code output}. */
    static final class Builder extends JavaKernelBuilder<Builder, TamiasKernel> {

        private final CellOutput output;

        Builder(CellOutput output) {
            this.output = output;
        }

        @Override
        public TamiasKernel build() {
            CodeEvaluator evaluator = buildCodeEvaluator(buildName());
            return new TamiasKernel(
                    buildName(),
                    buildVersion(),
                    buildLanguageInfo(),
                    new CellHistory(),
                    new CellIO(),
                    buildCommManager(),
                    buildRenderer(),
                    buildMagicsResolver(buildMagicTranspiler()),
                    buildMagicsRegistry(),
                    buildExtensionsEnabled(),
                    buildErrorStyler(),
                    buildJShell(evaluator),
                    evaluator,
                    output);
        }
    }
}
