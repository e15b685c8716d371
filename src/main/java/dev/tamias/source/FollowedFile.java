package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows, and the files that take its place: as {@code tail -F} reads it. The files' bytes
 * follow each other as one input, whose position counts on.
 *
 * <ul>
 *   <li><b>Growth.</b> The file is looked at each {@link FollowPolicy#poll}. Java's watch service is not
 *       used: it says nothing of files on many network and container file systems, and polls itself on
 *       macOS.
 *   <li><b>A partial last line</b> is given as it is; a parser that says "incomplete" gets the rest
 *       when it is written.
 *   <li><b>Rotation</b> by renaming and making a new file: a new file is opened as soon as it is
 *       seen, and read when it has bytes and the one before it was read to its end.
 *   <li><b>Truncation</b>: where the file no longer has the 1,024 bytes that were read last before the
 *       position, whatever its size, it is read again from byte 0.
 *   <li><b>Deletion</b>: the source ends where no new file comes in {@link FollowPolicy#missing}.
 * </ul>
 *
 * <p>What cannot be seen: bytes that were written and truncated away between two looks; a file that was
 * made and renamed between two looks; a truncated file that was filled again past the position with the
 * same bytes before it (lines that are all alike); bytes written to a renamed file after its successor
 * has some; where the file system has no inodes (Windows), a new file with the old one's creation time.
 * A writer must append: one that goes on at its old place in a truncated file leaves zeros before it.
 */
public final class FollowedFile extends LiveByteSource {

    /** So many rotations may wait for a slow parser. */
    private static final int MOST_FILES = 64;

    private final Path path;
    private final FollowPolicy policy;
    private final Deque<GrowingFile> files = new ArrayDeque<>();
    private long changed = System.nanoTime();
    private long seen = System.nanoTime();

    private FollowedFile(Path path, FollowPolicy policy) {
        super(path.toString(), BOUND);
        this.path = path;
        this.policy = policy;
    }

    /** Follows a file from its start, until the source is closed. */
    public static FollowedFile follow(Path path) {
        return follow(path, FollowPolicy.STANDARD);
    }

    /** Follows a file, which must exist, until the policy ends it or the source is closed. */
    public static FollowedFile follow(Path path, FollowPolicy policy) {
        FollowedFile source = new FollowedFile(path, policy);
        try {
            GrowingFile first = GrowingFile.open(path);
            source.files.add(first);
            if (policy.fromEnd()) {
                first.skip();
            }
        } catch (NoSuchFileException e) {
            throw new HostException(
                    Trouble.INPUT, "There is no file \"" + path + "\" to follow.", e);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The file \"" + path + "\" cannot be followed: " + e.getMessage() + ".",
                    e);
        }
        source.start();
        return source;
    }

    @Override
    void receive(ChunkQueue queue) throws IOException, InterruptedException {
        try {
            while (!queue.closed()) {
                boolean there = look();
                // Before the read: once a later file has bytes, this one gets no more.
                boolean overtaken = overtaken();
                byte[] read = files.getFirst().read();
                if (read.length > 0) {
                    put(Chunk.now(read), queue);
                    changed = System.nanoTime();
                } else if (overtaken) {
                    files.removeFirst().close();
                } else if (over(changed, policy.idle())
                        || (!there && over(seen, policy.missing()))) {
                    return;
                } else {
                    queue.pause(policy.poll());
                }
            }
        } finally {
            for (GrowingFile file : files) {
                file.close();
            }
        }
    }

    /** Goes on looking for new files while the parser is slow. */
    private void put(Chunk chunk, ChunkQueue queue) throws IOException, InterruptedException {
        while (!queue.offer(chunk, policy.poll())) {
            look();
        }
    }

    /** Opens the file at the path if it is a new one; says whether there is one. */
    private boolean look() throws IOException {
        try {
            if (files.size() < MOST_FILES && !files.getLast().is(GrowingFile.keyOf(path))) {
                files.addLast(GrowingFile.open(path));
            }
            seen = System.nanoTime();
            return true;
        } catch (IOException e) {
            // A new file may get its permissions late, too.
            if (!(e instanceof NoSuchFileException) && over(seen, policy.missing())) {
                throw e;
            }
            return false;
        }
    }

    private boolean overtaken() throws IOException {
        boolean overtaken = false;
        for (GrowingFile file : files) {
            overtaken |= file != files.getFirst() && file.hasBytes();
        }
        return overtaken;
    }

    private static boolean over(long since, @Nullable Duration time) {
        return time != null && System.nanoTime() - since >= time.toNanos();
    }

    /** None: the time of reading says nothing about when a line was written. */
    @Override
    public @Nullable Long timestamp() {
        return null;
    }

    @Override
    void release() {
        // The thread sees that the queue is closed, and closes the files.
    }
}
