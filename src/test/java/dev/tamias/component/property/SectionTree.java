package dev.tamias.component.property;

import dev.tamias.engine.binary.BinaryWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component or a core module as its sections, each of which may be one again. Lengths are counted
 * when it is written, so that a change within does not end the reading at once.
 */
final class SectionTree {

    static final int PREAMBLE_BYTES = 8;

    private static final int CORE_MODULE = 1;
    private static final int COMPONENT = 4;
    private static final int COMPONENT_LAYER = 1;

    /** One section: its content as bytes, or as what it holds. */
    static final class Section {

        int id;
        byte[] content;
        final @Nullable SectionTree inner;

        /** How many bytes too many its length is written in. */
        int padding;

        private Section(int id, byte[] content, @Nullable SectionTree inner) {
            this.id = id;
            this.content = content;
            this.inner = inner;
        }

        Section copy() {
            return new Section(id, content.clone(), inner == null ? null : inner.copy());
        }
    }

    private final byte[] preamble;
    final List<Section> sections;

    private SectionTree(byte[] preamble, List<Section> sections) {
        this.preamble = preamble;
        this.sections = sections;
    }

    /** Takes a binary apart. */
    static SectionTree of(byte[] bytes) {
        byte[] preamble = Arrays.copyOf(bytes, PREAMBLE_BYTES);
        List<Section> sections = new ArrayList<>();
        int position = PREAMBLE_BYTES;
        while (position < bytes.length) {
            int id = bytes[position++];
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                int next = bytes[position++];
                length |= (next & 0x7f) << shift;
                if (next >= 0) {
                    break;
                }
            }
            byte[] content = Arrays.copyOfRange(bytes, position, position + length);
            position += length;
            boolean nests =
                    preamble[6] == COMPONENT_LAYER && (id == CORE_MODULE || id == COMPONENT);
            sections.add(new Section(id, content, nests ? of(content) : null));
        }
        return new SectionTree(preamble, sections);
    }

    SectionTree copy() {
        return new SectionTree(
                preamble, new ArrayList<>(sections.stream().map(Section::copy).toList()));
    }

    /** This one, and all that are within it. */
    Stream<SectionTree> all() {
        return Stream.concat(
                Stream.of(this),
                sections.stream().flatMap(each -> each.inner == null ? null : each.inner.all()));
    }

    byte[] bytes() {
        BinaryWriter out = new BinaryWriter(1024).bytes(preamble);
        for (Section each : sections) {
            byte[] content = each.inner == null ? each.content : each.inner.bytes();
            out.u8(each.id);
            padded(out, content.length, each.padding);
            out.bytes(content);
        }
        return out.toBytes();
    }

    /** A number in {@code padding} bytes more than it takes. */
    private static void padded(BinaryWriter out, int number, int padding) {
        if (padding == 0) {
            out.u32(number);
            return;
        }
        int rest = number;
        while (rest >= 0x80) {
            out.u8(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.u8(rest | 0x80);
        for (int i = 1; i < padding; i++) {
            out.u8(0x80);
        }
        out.u8(0);
    }
}
