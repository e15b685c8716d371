package dev.tamias.check;

import dev.tamias.source.ByteSource;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Bytes that come in pieces of random lengths, as packets do: a slice is not filled up. */
final class RandomSlices implements ByteSource {

    private final byte[] bytes;
    private final int longest;
    private final SplittableRandom random;
    private int from;
    private int to;

    /** Pieces of 1 to {@code longest} bytes. */
    RandomSlices(byte[] bytes, int longest, SplittableRandom random) {
        this.bytes = bytes;
        this.longest = longest;
        this.random = random;
    }

    @Override
    public String name() {
        return bytes.length + " bytes in pieces of 1 to " + longest;
    }

    @Override
    public int load(int wanted) {
        int count = Math.min(bytes.length - to, 1 + random.nextInt(longest));
        to += count;
        return count;
    }

    @Override
    public boolean ended() {
        return to == bytes.length;
    }

    @Override
    public byte[] slice() {
        return bytes;
    }

    @Override
    public int sliceStart() {
        return from;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public long position() {
        return from;
    }

    @Override
    public void consume(int taken) {
        from += taken;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public boolean framed() {
        return true;
    }

    @Override
    public void close() {}
}
