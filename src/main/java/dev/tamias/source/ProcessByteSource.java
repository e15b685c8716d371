package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What a process writes to its standard output; {@link #timestamp} is when it was received. What it
 * writes to its standard error is read too, so that it never waits for that. The source ends when the
 * output does and the process has exited; an exit code other than 0 is an error then, with the last
 * lines of standard error, after all of the output. A slow parser makes the process wait.
 *
 * <p>{@link #close} ends the process and the processes that it started: first politely, half a second
 * later by force. Elsewhere than on Linux one whose parent has exited before cannot be found.
 */
public final class ProcessByteSource extends LiveByteSource {

    /** As long as a command may be in messages and in a table's source column. */
    private static final int LONGEST_NAME = 80;

    private final ProcessTree tree;
    private final Process process;
    private final ErrorTail errors;

    private ProcessByteSource(String name, ProcessTree tree) {
        super(name, BOUND);
        this.tree = tree;
        this.process = tree.root();
        this.errors = new ErrorTail(name, process.getErrorStream());
    }

    /**
     * Starts a command, the program and its arguments, with an empty standard input. There is no
     * shell: for pipes and the like start {@code sh -c "…"}.
     */
    public static ProcessByteSource start(List<String> command) {
        ProcessByteSource source = interactive(command);
        source.endInput();
        return source;
    }

    /** Starts a command whose standard input stays open for {@link #send}. */
    public static ProcessByteSource interactive(List<String> command) {
        String name = nameOf(command);
        try {
            ProcessByteSource source = new ProcessByteSource(name, ProcessTree.start(command));
            source.errors.start();
            source.start();
            return source;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The command \""
                            + name
                            + "\" cannot be started: "
                            + (command.isEmpty() ? "it is empty" : e.getMessage())
                            + ". Give a program that the PATH leads to, or its full path.",
                    e);
        }
    }

    private static String nameOf(List<String> command) {
        String name = String.join(" ", command);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** Writes to the process's standard input; waits while the process does not read. */
    public void send(byte[] bytes) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(bytes);
            input.flush();
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "Sending to \"" + name() + "\" failed: " + e.getMessage() + ".",
                    e);
        }
    }

    /** Tells the process that its standard input is at its end. */
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has exited already, and nobody reads what was left to send.
        }
    }

    @Override
    void receive(ChunkQueue queue) throws IOException, InterruptedException {
        queue.fill(process.getInputStream());
        int code = process.waitFor();
        if (code != 0) {
            throw new HostException(
                    Trouble.INPUT,
                    "The command \""
                            + name()
                            + "\" ended with exit code "
                            + code
                            + " after "
                            + queue.received()
                            + " bytes of output"
                            + errors.sentence());
        }
    }

    @Override
    void release() {
        endInput();
        tree.destroy(() -> !receiving() && !errors.receiving());
    }
}
