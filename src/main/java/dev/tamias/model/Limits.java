package dev.tamias.model;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What one guest may use at most; going past any of them ends the guest with an error that names the
 * limit, and harms nothing else. docs/limits.md has a line for each.
 *
 * @param memoryBytes linear memory of one core instance
 * @param tableElements elements of one core table
 * @param coreInstances core instances of one component instance
 * @param handles handles that one component instance holds at a time
 * @param openFiles files and directories that one guest holds open at a time
 * @param liftBytes bytes of host memory that the values of one call may take (aliased lists and
 *     strings are counted each time they are lifted)
 * @param callTime how long one call into the guest may run
 * @param randomBytes random bytes that one call may ask for
 * @param messageBytes length of one log message or one write to stdout or stderr
 * @param outputRate bytes of log messages and stdio of one instance in a second
 * @param outputBytes log messages and stdio of one instance together
 * @param temporaryBytes what a temporary directory may hold
 * @param temporaryEntries how many files, directories and links a temporary directory may hold
 */
public record Limits(
        long memoryBytes,
        int tableElements,
        int coreInstances,
        int handles,
        int openFiles,
        long liftBytes,
        Duration callTime,
        int randomBytes,
        int messageBytes,
        long outputRate,
        long outputBytes,
        long temporaryBytes,
        int temporaryEntries) {

    private static final Limits DEFAULTS =
            new Limits(
                    256L << 20,
                    1_000_000,
                    100,
                    10_000,
                    256,
                    64L << 20,
                    Duration.ofSeconds(30),
                    1 << 20,
                    64 << 10,
                    1L << 20,
                    16L << 20,
                    256L << 20,
                    10_000);

    /** The limits of docs/limits.md: generous for a log parser, harmless for the host. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    public Limits withMemoryBytes(long bytes) {
        return with(draft -> draft.memoryBytes = bytes);
    }

    public Limits withTableElements(int elements) {
        return with(draft -> draft.tableElements = elements);
    }

    public Limits withCoreInstances(int instances) {
        return with(draft -> draft.coreInstances = instances);
    }

    public Limits withHandles(int most) {
        return with(draft -> draft.handles = most);
    }

    public Limits withOpenFiles(int most) {
        return with(draft -> draft.openFiles = most);
    }

    public Limits withLiftBytes(long bytes) {
        return with(draft -> draft.liftBytes = bytes);
    }

    public Limits withCallTime(Duration time) {
        return with(draft -> draft.callTime = time);
    }

    public Limits withRandomBytes(int bytes) {
        return with(draft -> draft.randomBytes = bytes);
    }

    public Limits withMessageBytes(int bytes) {
        return with(draft -> draft.messageBytes = bytes);
    }

    public Limits withOutputRate(long bytes) {
        return with(draft -> draft.outputRate = bytes);
    }

    public Limits withOutputBytes(long bytes) {
        return with(draft -> draft.outputBytes = bytes);
    }

    public Limits withTemporaryBytes(long bytes) {
        return with(draft -> draft.temporaryBytes = bytes);
    }

    public Limits withTemporaryEntries(int entries) {
        return with(draft -> draft.temporaryEntries = entries);
    }

    private Limits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    /** The same limits, to be changed. */
    private static final class Draft {

        long memoryBytes;
        int tableElements;
        int coreInstances;
        int handles;
        int openFiles;
        long liftBytes;
        Duration callTime;
        int randomBytes;
        int messageBytes;
        long outputRate;
        long outputBytes;
        long temporaryBytes;
        int temporaryEntries;

        Draft(Limits of) {
            memoryBytes = of.memoryBytes;
            tableElements = of.tableElements;
            coreInstances = of.coreInstances;
            handles = of.handles;
            openFiles = of.openFiles;
            liftBytes = of.liftBytes;
            callTime = of.callTime;
            randomBytes = of.randomBytes;
            messageBytes = of.messageBytes;
            outputRate = of.outputRate;
            outputBytes = of.outputBytes;
            temporaryBytes = of.temporaryBytes;
            temporaryEntries = of.temporaryEntries;
        }

        Limits limits() {
            return new Limits(
                    memoryBytes,
                    tableElements,
                    coreInstances,
                    handles,
                    openFiles,
                    liftBytes,
                    callTime,
                    randomBytes,
                    messageBytes,
                    outputRate,
                    outputBytes,
                    temporaryBytes,
                    temporaryEntries);
        }
    }
}
