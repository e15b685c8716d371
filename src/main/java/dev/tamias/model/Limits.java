package dev.tamias.model;

import java.time.Duration;

/**
 * What one guest may use at most; going past any of them ends the guest with an error that names the
 * limit, and harms nothing else.
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
 * @param outputBytes log messages and stdio of one instance together
 * @param temporaryBytes what a temporary directory may hold
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
        long outputBytes,
        long temporaryBytes) {

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
                    16L << 20,
                    256L << 20);

    /** The limits of DESIGN and SECURITY.md: generous for a log parser, harmless for the host. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(
                bytes,
                tableElements,
                coreInstances,
                handles,
                openFiles,
                liftBytes,
                callTime,
                randomBytes,
                messageBytes,
                outputBytes,
                temporaryBytes);
    }

    public Limits withCallTime(Duration time) {
        return new Limits(
                memoryBytes,
                tableElements,
                coreInstances,
                handles,
                openFiles,
                liftBytes,
                time,
                randomBytes,
                messageBytes,
                outputBytes,
                temporaryBytes);
    }

    public Limits withLiftBytes(long bytes) {
        return new Limits(
                memoryBytes,
                tableElements,
                coreInstances,
                handles,
                openFiles,
                bytes,
                callTime,
                randomBytes,
                messageBytes,
                outputBytes,
                temporaryBytes);
    }

    public Limits withOutputBytes(long bytes) {
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
                bytes,
                temporaryBytes);
    }
}
