package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream whose reads may block for as long as they like: standard input, a pipe. It is
 * read on a thread of its own, at most 1 MiB ahead.
 */
public final class StreamByteSource extends LiveByteSource {

    private final InputStream input;

    private StreamByteSource(String name, InputStream input) {
        super(name, BOUND);
        this.input = input;
    }

    /**
     * The bytes of {@code input}, which is closed with the source. A thread that is blocked in a read
     * ends then where the stream lets it: a pipe, a socket and a channel do; a stream that ignores
     * being closed, such as standard input, keeps its (daemon) thread until the read returns.
     */
    public static StreamByteSource of(String name, InputStream input) {
        StreamByteSource source = new StreamByteSource(name, input);
        source.start();
        return source;
    }

    /** The bytes of standard input, which stays open. */
    public static StreamByteSource stdin() {
        return of("stdin", new Unclosed(System.in));
    }

    @Override
    void receive(ChunkQueue queue) throws IOException, InterruptedException {
        queue.fill(input);
    }

    /** None: when a stream is read says nothing about when its bytes were written. */
    @Override
    public @Nullable Long timestamp() {
        return null;
    }

    @Override
    void release() {
        interruptReceiving();
        try {
            input.close();
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT, "Closing \"" + name() + "\" failed: " + e.getMessage() + ".", e);
        }
    }

    /** A stream that others go on using. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream input) {
            super(input);
        }

        @Override
        public void close() {
            // It is not ours.
        }
    }
}
