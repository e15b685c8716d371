package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A byte source over anything that reads like an {@link InputStream}, with a buffer that grows as asked. */
public final class BinaryByteSource implements ByteSource {

    private final String name;
    private final InputStream input;
    private final OptionalLong size;
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;
    private long position;
    private boolean ended;

    public BinaryByteSource(String name, InputStream input, OptionalLong size) {
        this.name = name;
        this.input = input;
        this.size = size;
    }

    /** The bytes of a file. */
    public static BinaryByteSource of(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new HostException(
                        Trouble.INPUT, "The input \"" + file + "\" is a directory; give one file.");
            }
            return new BinaryByteSource(
                    file.toString(), Files.newInputStream(file), OptionalLong.of(Files.size(file)));
        } catch (NoSuchFileException e) {
            throw new HostException(Trouble.INPUT, "There is no file \"" + file + "\" to read.", e);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The file \"" + file + "\" cannot be opened: " + e.getMessage() + ".",
                    e);
        }
    }

    /** The bytes of an array, which is not copied. */
    public static BinaryByteSource of(byte[] bytes) {
        return new BinaryByteSource(
                bytes.length + " bytes",
                new ByteArrayInputStream(bytes),
                OptionalLong.of(bytes.length));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int load(int wanted) {
        int before = length();
        if (ended || before >= wanted) {
            return 0;
        }
        makeRoom(wanted);
        while (length() < wanted && !ended) {
            int read = read(wanted - length());
            if (read < 0) {
                ended = true;
            } else {
                end += read;
            }
        }
        return length() - before;
    }

    private int read(int most) {
        try {
            return input.read(buffer, end, most);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "Reading \""
                            + name
                            + "\" failed at byte "
                            + (position + length())
                            + ": "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }

    private void makeRoom(int wanted) {
        if (buffer.length - start >= wanted) {
            return;
        }
        byte[] target = buffer.length >= wanted ? buffer : new byte[wanted];
        System.arraycopy(buffer, start, target, 0, length());
        end -= start;
        start = 0;
        buffer = target;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public byte[] slice() {
        return buffer;
    }

    @Override
    public int sliceStart() {
        return start;
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void consume(int bytes) {
        if (bytes < 0 || bytes > length()) {
            throw new IllegalArgumentException(
                    "cannot consume " + bytes + " of " + length() + " bytes");
        }
        start += bytes;
        position += bytes;
    }

    @Override
    public OptionalLong size() {
        return size;
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
}
