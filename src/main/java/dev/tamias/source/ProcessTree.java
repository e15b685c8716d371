package dev.tamias.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A process and those that it started. They are found by their parents; on Linux also by a mark in
 * their environment, as a process whose parent is gone has lost that connection.
 */
final class ProcessTree {

    private static final String MARK = "TAMIAS_SOURCE";

    /** How long a process may take to end when it is asked to. */
    private static final long GRACE_MILLIS = 500;

    /** How long it takes at most to notice that all is over. */
    private static final long NOTICE_MILLIS = 100;

    /** A process that is just being started shows its mark a little later. */
    private static final int SEARCHES = 10;

    private final Process root;
    private final String mark;

    private ProcessTree(Process root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    static ProcessTree start(List<String> command) throws IOException {
        String value = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(MARK, value);
        return new ProcessTree(builder.start(), MARK + "=" + value);
    }

    Process root() {
        return root;
    }

    /**
     * Ends them all: asks them first, and forces those that go on. An interrupt does not hurry this.
     *
     * <p>A daemon is left alone: it has let go of the output, and so no pipe is its own.
     *
     * @param released whether nobody writes to the output any more
     */
    void destroy(BooleanSupplier released) {
        // Found before their parents end.
        end(withDescendants(Set.of(root.toHandle())));
        boolean over = false;
        for (int search = 0; !over && search < SEARCHES; search++) {
            Set<ProcessHandle> orphans = orphans();
            end(orphans);
            over = orphans.isEmpty() && await(released, NOTICE_MILLIS);
        }
    }

    private static void end(Set<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive), GRACE_MILLIS);
        withDescendants(processes).forEach(ProcessHandle::destroyForcibly);
    }

    private static Set<ProcessHandle> withDescendants(Set<ProcessHandle> parents) {
        Set<ProcessHandle> all = new LinkedHashSet<>(parents);
        parents.forEach(parent -> parent.descendants().forEach(all::add));
        return all;
    }

    private Set<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::isOrphan).collect(Collectors.toSet());
    }

    private boolean isOrphan(ProcessHandle process) {
        Path files = Path.of("/proc", Long.toString(process.pid()));
        try {
            byte[] environment = Files.readAllBytes(files.resolve("environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(mark)
                    && (isPipe(files.resolve("fd/1")) || isPipe(files.resolve("fd/2")));
        } catch (IOException e) {
            // Not Linux, or another user's, or gone.
            return false;
        }
    }

    private static boolean isPipe(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readSymbolicLink(file).toString().startsWith("pipe:");
    }

    private static boolean await(BooleanSupplier condition, long millis) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }
}
