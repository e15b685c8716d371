package dev.tamias.source;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A byte source over anything that reads like an {@link InputStream}, with a buffer that grows as
 * asked: a record of any size, at any edge, is whole in a slice that was asked to be long enough.
 */
public final class BinaryByteSource implements ByteSource {

    /** Reads that bring nothing, in a row, after which a reader is taken for broken. */
    private static final int EMPTY_READS = 20;

    /** The buffer grows by this and by doubling, not by what a caller wishes that may never come. */
    private static final int STEP = 64 << 10;

    private final String name;
    private final InputStream input;
    private final OptionalLong size;
    private final SliceBuffer buffer;
    private boolean exhausted;
    private @Nullable RuntimeException failure;

    public BinaryByteSource(String name, InputStream input, OptionalLong size) {
        this(name, input, size, new SliceBuffer());
    }

    private BinaryByteSource(
            String name, InputStream input, OptionalLong size, SliceBuffer buffer) {
        this.name = name;
        this.input = input;
        this.size = size;
        this.buffer = buffer;
    }

    /** The bytes of a file as they are; seekable. */
    public static BinaryByteSource of(Path file) {
        FileStream stream = FileStream.open(file);
        return new BinaryByteSource(file.toString(), stream, OptionalLong.of(stream.size()));
    }

    /**
     * The bytes of a file from one position to before another, or to its end where the file is shorter.
     * Positions are those in the file, and the size is where the range ends; not seekable.
     */
    public static BinaryByteSource of(Path file, long from, long to) {
        FileStream stream = FileStream.open(file);
        SliceBuffer buffer = new SliceBuffer();
        OptionalLong end = OptionalLong.of(Math.min(to, stream.size()));
        BinaryByteSource source =
                new BinaryByteSource(file.toString(), new Range(stream, from, to), end, buffer);
        buffer.restartAt(from);
        try {
            stream.seek(from);
        } catch (IOException e) {
            source.close();
            throw source.failed(e);
        }
        return source;
    }

    /** The bytes of an array, which is not copied; seekable. */
    public static BinaryByteSource of(byte[] bytes) {
        BinaryByteSource source =
                new BinaryByteSource(
                        bytes.length + " bytes",
                        new Drained(),
                        OptionalLong.of(bytes.length),
                        new SliceBuffer(bytes));
        source.exhausted = true;
        return source;
    }

    @Override
    public String name() {
        return name;
    }

    /** Reads on until the slice holds {@code wanted} bytes, the source ends, or reading fails. */
    @Override
    public int load(int wanted) {
        int before = length();
        while (length() < wanted && (buffer.ahead() > 0 || fill(wanted))) {
            buffer.expose(wanted - length());
        }
        if (length() == before && before < wanted && failure != null) {
            throw failure;
        }
        return length() - before;
    }

    /** Reads once, into all the room there is; false at the end and after an error. */
    private boolean fill(int wanted) {
        if (exhausted || failure != null) {
            return false;
        }
        int room = buffer.room(Math.min(wanted - length(), Math.max(STEP, length())));
        try {
            int count = read(room);
            exhausted = count < 0;
            buffer.added(Math.max(count, 0));
        } catch (Interrupted e) {
            throw e;
        } catch (TamiasException e) {
            failure = e;
        } catch (IOException | RuntimeException e) {
            failure = failed(e);
        }
        return !exhausted && failure == null;
    }

    private int read(int room) throws IOException {
        for (int reads = 0; reads < EMPTY_READS; reads++) {
            int count = input.read(buffer.array(), buffer.filled(), room);
            if (count > room) {
                throw new IOException("the reader gave " + count + " bytes for " + room);
            }
            if (count != 0) {
                return count;
            }
        }
        throw new IOException("the reader gave no bytes " + EMPTY_READS + " times in a row");
    }

    private HostException failed(Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new HostException(
                Trouble.INPUT,
                String.format(
                        "Reading \"%s\" failed at byte %d: %s.",
                        name, buffer.readPosition(), reason),
                e);
    }

    @Override
    public boolean ended() {
        return exhausted && buffer.ahead() == 0;
    }

    @Override
    public byte[] slice() {
        return buffer.array();
    }

    @Override
    public int sliceStart() {
        return buffer.start();
    }

    @Override
    public int length() {
        return buffer.length();
    }

    @Override
    public long position() {
        return buffer.position();
    }

    @Override
    public void consume(int bytes) {
        buffer.consume(bytes);
    }

    /** The size that was given, or what was read where that is more: a file may grow meanwhile. */
    @Override
    public OptionalLong size() {
        return size.isEmpty()
                ? size
                : OptionalLong.of(Math.max(size.getAsLong(), buffer.readPosition()));
    }

    @Override
    public boolean seekable() {
        return input instanceof SeekableStream;
    }

    /** What is in the buffer is not read again. */
    @Override
    public void seek(long position) {
        if (buffer.moveTo(position)) {
            return;
        }
        if (!(input instanceof SeekableStream stream)) {
            ByteSource.super.seek(position);
            return;
        }
        if (position < 0 || position > size().orElse(0)) {
            throw new HostException(
                    Trouble.INPUT,
                    String.format(
                            "\"%s\" has no byte %d: it has %d bytes.",
                            name, position, size().orElse(0)));
        }
        goTo(stream, position);
    }

    private void goTo(SeekableStream stream, long position) {
        try {
            stream.seek(position);
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.restartAt(position);
        exhausted = false;
        failure = null;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT, "Closing \"" + name + "\" failed: " + e.getMessage() + ".", e);
        }
    }

    /** Behind an array that lies in the buffer as a whole, there is nothing to read. */
    private static final class Drained extends SeekableStream {

        @Override
        void seek(long position) {
            throw new IllegalStateException("byte " + position + " is in the buffer");
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return -1;
        }
    }

    /** A stream that ends at a position. */
    private static final class Range extends FilterInputStream {

        private long left;

        Range(InputStream stream, long from, long to) {
            super(stream);
            this.left = to - from;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = super.read(target, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
