package dev.tamias.component.property;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Spoils the image of a guest's memory here and there: what a guest that breaks the rules gives. */
final class ImageMutations {

    private static final int[] WORDS = {
        0,
        1,
        2,
        -1,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        0x0fffffff,
        0x10000000,
        0x10000,
        0xffff,
        0xd800,
        0xdfff,
        0x110000,
        0x80000001,
        HeapModule.START + 1,
        0x20000001
    };
    private static final byte[] BYTES = {
        0, 1, 2, 0x7f, (byte) 0x80, (byte) 0xc3, (byte) 0xd8, (byte) 0xed, (byte) 0xf4, -1
    };

    private final Random random;

    ImageMutations(Random random) {
        this.random = random;
    }

    /**
     * A spoiled copy.
     *
     * @param slot the first of the core values that matter
     * @param slots how many of them matter
     */
    byte[] mutated(byte[] image, int slot, int slots) {
        byte[] mutated = image.clone();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            mutate(mutated, slot, slots);
        }
        return mutated;
    }

    private void mutate(byte[] image, int slot, int slots) {
        int data = HeapModule.START - HeapModule.SLOTS;
        boolean inSlots = image.length <= data || random.nextInt(3) == 0;
        int from = inSlots ? slot * HeapModule.SLOT_BYTES : data;
        int to = inSlots ? from + slots * HeapModule.SLOT_BYTES : image.length;
        int at = from + random.nextInt(to - from);
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int word = Math.min(at & -4, image.length - 4);
        switch (random.nextInt(5)) {
            case 0 -> image[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> image[at] = BYTES[random.nextInt(BYTES.length)];
            case 2 -> words.putInt(word, WORDS[random.nextInt(WORDS.length)]);
            case 3 -> words.putInt(word, words.getInt(word) + random.nextInt(5) - 2);
            default -> words.putInt(word, random.nextInt());
        }
    }
}
