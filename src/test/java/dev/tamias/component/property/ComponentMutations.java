package dev.tamias.component.property;

import dev.tamias.component.property.SectionTree.Section;
import dev.tamias.engine.binary.BinaryWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Damages components: bits, bytes, counts and lengths, sections that are moved, doubled, dropped,
 * spliced in from others, cut, and numbers written too long.
 */
final class ComponentMutations {

    private static final byte[] BYTES = {
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        0x0a,
        0x0b,
        0x10,
        0x11,
        0x12,
        0x20,
        0x3f,
        0x40,
        0x41,
        0x42,
        0x5b,
        0x60,
        0x64,
        0x66,
        0x68,
        0x69,
        0x6a,
        0x6b,
        0x6d,
        0x6e,
        0x6f,
        0x70,
        0x71,
        0x72,
        0x73,
        0x74,
        0x79,
        0x7d,
        0x7f,
        (byte) 0x80,
        (byte) 0xff
    };
    private static final int SECTION_IDS = 14;
    private static final int[] CHANGES = {0, 1, 1, 1, 2, 3};

    private final Random random;
    private final List<SectionTree> others;

    /** @param others to splice from */
    ComponentMutations(Random random, List<SectionTree> others) {
        this.random = random;
        this.others = others;
    }

    /** A damaged copy. */
    byte[] mutated(SectionTree component) {
        SectionTree tree = component.copy();
        int changes = CHANGES[random.nextInt(CHANGES.length)];
        for (int i = 0; i < changes; i++) {
            List<SectionTree> all = tree.all().toList();
            change(any(all));
        }
        byte[] bytes = tree.bytes();
        return changes == 0 || random.nextInt(8) == 0 ? raw(bytes) : bytes;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void change(SectionTree tree) {
        List<Section> sections = tree.sections;
        if (sections.isEmpty()) {
            splice(sections);
            return;
        }
        int at = random.nextInt(sections.size());
        switch (random.nextInt(16)) {
            case 0 -> sections.remove(at);
            case 1 -> sections.add(random.nextInt(sections.size() + 1), sections.get(at).copy());
            case 2 -> sections.add(random.nextInt(sections.size()), sections.remove(at));
            case 3 -> Collections.swap(sections, at, random.nextInt(sections.size()));
            case 4 -> splice(sections);
            case 5 -> sections.get(at).id = random.nextInt(SECTION_IDS);
            case 6 -> sections.get(at).padding = 1 + random.nextInt(5);
            default -> changeContent(sections.get(at));
        }
    }

    private void splice(List<Section> sections) {
        List<SectionTree> all = any(others).all().toList();
        SectionTree other = any(all);
        if (!other.sections.isEmpty()) {
            sections.add(random.nextInt(sections.size() + 1), any(other.sections).copy());
        }
    }

    private void changeContent(Section section) {
        if (section.inner != null) {
            change(section.inner);
        } else if (section.content.length > 0) {
            section.content = changed(section.content);
        }
    }

    private byte[] changed(byte[] content) {
        byte[] changed = content.clone();
        int at = random.nextInt(content.length);
        switch (random.nextInt(16)) {
            case 0, 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 2, 3 -> changed[at] = BYTES[random.nextInt(BYTES.length)];
            case 4, 5 -> changed[at] = (byte) random.nextInt(24);
            case 6, 7 -> changed[at]++;
            case 8, 9 -> changed[at]--;
            case 10 -> changed[0] = (byte) (changed[0] + random.nextInt(5) - 2);
            case 11 -> {
                return Arrays.copyOf(content, at);
            }
            case 12 -> {
                return spliced(content, at, at, padded(random.nextInt(300)));
            }
            case 13 -> {
                return spliced(content, at, at + 1, padded(content[at] & 0x7f));
            }
            default -> {
                int to = at + random.nextInt(Math.min(8, content.length - at) + 1);
                boolean doubled = random.nextBoolean();
                byte[] again = Arrays.copyOfRange(content, at, to);
                return spliced(content, doubled ? to : at, to, doubled ? again : new byte[0]);
            }
        }
        return changed;
    }

    /** A number, maybe in more bytes than it takes, maybe the largest there is. */
    private byte[] padded(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> new BinaryWriter(4).u32(number).toBytes();
            case 1 -> new byte[] {(byte) (number | 0x80), (byte) 0x80, 0};
            case 2 -> new byte[] {-1, -1, -1, -1, 0x0f};
            default -> new byte[] {(byte) (number | 0x80), -128, -128, -128, -128, 0};
        };
    }

    private static byte[] spliced(byte[] content, int from, int to, byte[] between) {
        return new BinaryWriter(content.length + between.length)
                .bytes(content, 0, from)
                .bytes(between)
                .bytes(content, to, content.length)
                .toBytes();
    }

    /** Damage that does not look at sections. */
    private byte[] raw(byte[] bytes) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        byte[] damaged = bytes;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && damaged.length > 0; i++) {
            damaged = changed(damaged);
        }
        return damaged;
    }
}
