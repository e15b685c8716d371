package dev.tamias.source;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * IP fragments that wait for the rest of their packet, in any order. At most so many packets wait; the
 * one that began first gives way.
 */
final class Fragments {

    private static final int WAITING = 256;

    /** The longest content of an IP packet. */
    private static final int LONGEST = 0xffff;

    private final Map<Key, Partial> waiting =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Partial> eldest) {
                    return size() > WAITING && giveUp(eldest.getValue());
                }
            };

    private long givenUp;

    private boolean giveUp(Partial partial) {
        givenUp += partial.frames;
        return true;
    }

    /** How many frames have given nothing: their packet is not whole, so far. */
    long frames() {
        return givenUp + waiting.values().stream().mapToLong(each -> each.frames).sum();
    }

    /** Which packet a fragment is of. */
    record Key(ByteBuffer addresses, int protocol, long id) {}

    /**
     * Adds a fragment.
     *
     * @param protocol of what the packet carries; the first fragment's counts
     * @param last whether no fragment lies behind it
     * @return the packet's content, once it is whole
     */
    FrameDecoder.@Nullable Content add(
            Key key, int protocol, int offset, boolean last, ByteSpan content) {
        if (offset + content.length() > LONGEST) {
            throw new IndexOutOfBoundsException("a fragment behind the longest packet");
        }
        Partial partial = waiting.get(key);
        if (partial == null) {
            partial = new Partial();
            waiting.put(key, partial);
        }
        partial.add(protocol, offset, last, content);
        if (!partial.whole()) {
            return null;
        }
        waiting.remove(key);
        return new FrameDecoder.Content(
                partial.protocol, new ByteSpan(partial.bytes, 0, partial.length));
    }

    private static final class Partial {

        private byte[] bytes = new byte[0];

        /** The units of eight bytes that are there. */
        private final BitSet units = new BitSet();

        private int length = -1;
        private int protocol;
        private int frames;

        void add(int next, int offset, boolean last, ByteSpan content) {
            frames++;
            int end = offset + content.length();
            if (bytes.length < end) {
                bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(LONGEST, bytes.length * 2)));
            }
            System.arraycopy(content.bytes(), content.from(), bytes, offset, content.length());
            units.set(offset / 8, last ? (end + 7) / 8 : end / 8);
            if (offset == 0) {
                protocol = next;
            }
            if (last) {
                length = end;
            }
        }

        boolean whole() {
            return length >= 0 && units.nextClearBit(0) >= (length + 7) / 8;
        }
    }
}
