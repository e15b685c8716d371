package dev.tamias.component.property;

import java.util.Random;

/** Strings at random: ASCII, Latin-1, of every length of UTF-8, and mixed; empty, short and long. */
final class RandomStrings {

    private static final int[] ASCII = {'a', '~', 0, 0x7f};
    private static final int[] LATIN1 = {'a', 0x80, 0xa0, 0xe9, 0xff};
    private static final int[] ANY = {
        'a', 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff,
        0x10000, 0x1f43f, 0xfffff, 0x10ffff
    };
    private static final int[][] ALPHABETS = {ASCII, LATIN1, ANY};
    private static final int[] LENGTHS = {0, 1, 2, 3, 5, 17};
    private static final int LONG = 70_000;

    private final Random random;

    RandomStrings(Random random) {
        this.random = random;
    }

    /** A Unicode scalar value. */
    int codePoint() {
        return one(ANY);
    }

    private int one(int[] alphabet) {
        return alphabet[random.nextInt(alphabet.length)];
    }

    /** @param mayBeLong whether it may be longer than a few characters */
    String string(boolean mayBeLong) {
        int[] alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        int length =
                mayBeLong && random.nextInt(100) == 0
                        ? random.nextInt(LONG)
                        : LENGTHS[random.nextInt(LENGTHS.length)];
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < length; i++) {
            string.appendCodePoint(one(alphabet));
        }
        if (random.nextInt(4) == 0) {
            // What makes a receiver start over comes last.
            string.appendCodePoint(one(ANY));
        }
        return string.toString();
    }
}
