package dev.tamias.source;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The payloads of a network capture, pcap or pcapng, one behind the other, each with its time.
 *
 * <p><b>Positions</b> count the bytes of the payload stream: the payloads that the filter takes, in the
 * order of the file, with nothing between them. So position 0 is the first byte of the first payload
 * that is taken, and no header is counted. Only errors name offsets of the capture file itself (of its
 * content, where it is compressed).
 *
 * <p>What is read: Ethernet (with VLAN tags), Linux cooked captures of both versions, raw IP and BSD
 * loopback; IPv4 and IPv6, fragments put together; the payloads of UDP, TCP and ICMP, of any length,
 * whole. A frame of anything else, or with a broken header, is skipped and counted. Of a packet that
 * was cut by the capture's snap length, the part that is there is taken, and counted as cut. TCP
 * segments are taken as they come: one that was sent twice is there twice.
 *
 * <p>{@link #load} adds one payload a time; {@link #timestamp} is that of the payload loaded last.
 */
public final class CaptureByteSource implements ByteSource {

    private final String name;
    private final CaptureInput input;
    private final CaptureFilter filter;
    private final FrameDecoder decoder = new FrameDecoder();
    private final SliceBuffer buffer = new SliceBuffer();
    private @Nullable CaptureReader reader;
    private @Nullable Long timestamp;
    private @Nullable RuntimeException failure;
    private boolean ended;
    private long frames;
    private long taken;
    private long cut;

    public CaptureByteSource(String name, InputStream capture, CaptureFilter filter) {
        this.name = name;
        this.input = new CaptureInput(new BufferedInputStream(capture, 64 << 10));
        this.filter = filter;
    }

    /** The payloads of a capture file, which may be compressed. */
    public static CaptureByteSource open(Path path, CaptureFilter filter) {
        return new CaptureByteSource(path.toString(), FileByteSource.content(path), filter);
    }

    @Override
    public String name() {
        return name;
    }

    /** Adds the next payload of at least one byte, whole. */
    @Override
    public int load(int wanted) {
        if (length() >= wanted || ended) {
            return 0;
        }
        Payload payload = next();
        if (payload == null) {
            ended = true;
            return 0;
        }
        taken++;
        cut += payload.cut() ? 1 : 0;
        buffer.append(payload.bytes(), payload.from(), payload.length());
        return payload.length();
    }

    private @Nullable Payload next() {
        if (failure != null) {
            throw failure;
        }
        try {
            return read();
        } catch (Interrupted e) {
            throw e;
        } catch (TamiasException e) {
            failure = e;
        } catch (IOException | RuntimeException e) {
            failure = failed(e);
        }
        throw failure;
    }

    private @Nullable Payload read() throws IOException {
        if (reader == null) {
            reader = CaptureReader.open(input);
        }
        while (true) {
            // A filter may take nothing of many gigabytes.
            if (Thread.currentThread().isInterrupted()) {
                throw new Interrupted("Reading \"" + name + "\" was interrupted.", null);
            }
            CapturedFrame frame = reader.next();
            if (frame == null) {
                return null;
            }
            frames++;
            Payload payload = decoder.payload(frame);
            if (payload != null && payload.length() > 0 && filter.takes(payload)) {
                timestamp = frame.timestamp();
                return payload;
            }
        }
    }

    private HostException failed(Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new HostException(
                Trouble.INPUT,
                String.format(
                        "Reading the capture \"%s\" failed in the block at byte %d: %s.",
                        name, input.blockOffset(), reason),
                e);
    }

    /** How many frames were read. */
    public long frames() {
        return frames;
    }

    /** How many payloads were taken. */
    public long payloads() {
        return taken;
    }

    /** How many of those the capture has only a part of. */
    public long cutPayloads() {
        return cut;
    }

    /**
     * How many frames gave no payload: of an unknown protocol, with a broken header, or fragments of a
     * packet that is not whole so far.
     */
    public long skippedFrames() {
        return decoder.skipped();
    }

    @Override
    public boolean ended() {
        return ended;
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

    /** Unknown: a capture does not say how many bytes its payloads have. */
    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public boolean framed() {
        return true;
    }

    @Override
    public @Nullable Long timestamp() {
        return timestamp;
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
