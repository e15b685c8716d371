package dev.tamias.component.abi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.PrimType;
import dev.tamias.engine.Trap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Strings told where they lie are those that are lifted, and what is no text traps in both ways alike. */
class VisitedStringsTest {

    private static final int ROUNDS = 20_000;
    private static final int RANGE = 64;
    private static final int TEXT = 1024;

    /** Ends of every range of UTF-8 and UTF-16, well-formed and not; NUL and what is around it. */
    private static final int[] CODE_POINTS = {
        0, 1, 4, '\t', ' ', 'a', '~', 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x7ff, 0x800, 0xd7ff, 0xe000,
        0xfffd, 0xffff, 0x10000, 0x1f43f, 0x10ffff
    };

    private final Codec codec = new Codecs().of(PrimType.STRING);

    /** Keeps what it is told, and how. */
    private static final class Heard implements ValVisitor {
        private String text = "";
        private boolean bytes;

        @Override
        public void string(String value) {
            text = value;
        }

        @Override
        public void utf8(byte[] array, int from, int to) {
            text = new String(Arrays.copyOfRange(array, from, to), UTF_8);
            bytes = true;
        }
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void any_bytes_are_the_same_text_or_the_same_trap(StringEncoding encoding) {
        long seed = 11;
        Random random = new Random(seed);
        GuestMemory guest = GuestMemory.of(encoding);
        int texts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = bytes(random, encoding);
            int at = TEXT + 2 * random.nextInt(8);
            guest.memory.writeBytes(at, bytes, 0, bytes.length);
            guest.memory.writeInt(RANGE, at);
            guest.memory.writeInt(RANGE + 4, units(random, encoding, bytes.length));
            Heard heard = new Heard();
            String visited =
                    outcome(
                            () -> {
                                codec.visit(guest.call(), RANGE, heard);
                                return "text " + heard.text;
                            });
            String loaded =
                    outcome(() -> "text " + ((Val.Str) codec.load(guest.call(), RANGE)).value());

            assertThat(visited).as("seed %s, round %s", seed, round).isEqualTo(loaded);
            texts += visited.startsWith("text ") ? 1 : 0;
            assertThat(heard.bytes)
                    .isEqualTo(encoding == StringEncoding.UTF8 && visited.startsWith("text "));
        }
        assertThat(texts).isBetween(ROUNDS / 10, ROUNDS);
    }

    private static String outcome(Supplier<String> work) {
        try {
            return work.get();
        } catch (Trap e) {
            return "trap " + e.getMessage();
        }
    }

    /** Text in the encoding, of which some is spoiled. */
    private static byte[] bytes(Random random, StringEncoding encoding) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(50) == 0 ? 3000 : random.nextInt(24);
        int alphabet = random.nextBoolean() ? CODE_POINTS.length : 7;
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(CODE_POINTS[random.nextInt(alphabet)]);
        }
        boolean narrow = encoding == StringEncoding.UTF8;
        byte[] bytes = text.toString().getBytes(narrow ? UTF_8 : StandardCharsets.UTF_16LE);
        for (int spoiled = random.nextInt(3); spoiled > 0 && bytes.length > 0; spoiled--) {
            bytes[random.nextInt(bytes.length)] = (byte) (0x78 + random.nextInt(0x88));
        }
        // Or cut in the middle of a character.
        return random.nextInt(4) == 0 && bytes.length > 0
                ? Arrays.copyOf(bytes, bytes.length - 1)
                : bytes;
    }

    private static int units(Random random, StringEncoding encoding, int bytes) {
        return switch (encoding) {
            case UTF8 -> bytes;
            case UTF16 -> bytes / 2;
            case LATIN1_UTF16 ->
                    random.nextBoolean() ? bytes : bytes / 2 | SimpleEncoding.UTF16_TAG;
        };
    }
}
