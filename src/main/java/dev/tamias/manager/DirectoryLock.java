package dev.tamias.manager;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change a plugins directory: one thread of one process has it at a time. It ends with its
 * process. A thread that has it may take it again.
 */
final class DirectoryLock {

    private static final String FILE = ".tamias-lock";

    /** A process locks a file once, whichever thread asks: threads wait here. */
    private static final Map<String, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    /** What is done with the right. */
    interface Work<T> {
        T run() throws IOException;
    }

    private DirectoryLock() {}

    /** Waits for the right, and gives it back when the work is done. */
    static <T> T hold(Path directory, Work<T> work) throws IOException {
        ReentrantLock thread =
                THREADS.computeIfAbsent(
                        directory.toAbsolutePath().normalize().toString(),
                        key -> new ReentrantLock());
        thread.lock();
        try {
            if (thread.getHoldCount() > 1) {
                return work.run();
            }
            try (FileChannel channel = open(directory.resolve(FILE))) {
                channel.lock();
                return work.run();
            }
        } finally {
            thread.unlock();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("\"" + file + "\" is no regular file");
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
