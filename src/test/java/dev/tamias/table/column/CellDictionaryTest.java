package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellDictionaryTest {

    private static final long SEED = 3;

    /** A text somewhere in a larger array. */
    private static byte[] amid(byte[] utf8, int before) {
        byte[] array = new byte[before + utf8.length + 9];
        new Random(before).nextBytes(array);
        System.arraycopy(utf8, 0, array, before, utf8.length);
        return array;
    }

    private static String text(Random random) {
        int length =
                random.nextInt(400) == 0 ? 60_000 + random.nextInt(12_000) : random.nextInt(40);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // Few letters, so that many are the same up to their last bytes.
            text.append(length > 3 ? (char) ('a' + random.nextInt(2)) : (char) random.nextInt(256));
        }
        return text.toString();
    }

    @Test
    void codes_are_those_of_a_map_of_strings() {
        Random random = new Random(SEED);
        CellDictionary dictionary = new CellDictionary();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String text = text(random);
            byte[] utf8 = text.getBytes(UTF_8);
            int before = random.nextInt(9);
            byte[] array = amid(utf8, before);
            int found = dictionary.code(array, before, before + utf8.length);
            assertThat(found).as("seed %s", SEED).isEqualTo(expected.getOrDefault(text, -1));
            int code = dictionary.codeOrAdd(array, before, before + utf8.length);
            Integer known = expected.putIfAbsent(text, expected.size());
            assertThat(code).isEqualTo(known == null ? expected.size() - 1 : known);
        }
        assertThat(dictionary.size()).isEqualTo(expected.size());
        assertThat(dictionary.crowded()).isFalse();
        CellDictionary copy = dictionary.copy();
        dictionary.codeOrAdd("behind the copy".getBytes(UTF_8), 0, 15);
        copy.codeOrAdd("another".getBytes(UTF_8), 0, 7);
        expected.forEach(
                (text, code) -> {
                    assertThat(dictionary.value(code)).isEqualTo(text);
                    assertThat(copy.value(code)).isEqualTo(text);
                });
        assertThat(copy.value(expected.size())).isEqualTo("another");
        assertThat(dictionary.value(expected.size())).isEqualTo("behind the copy");
    }

    @Test
    void hashes_of_likely_cells_differ() {
        Map<Integer, Integer> slots = new HashMap<>();
        int cells = 1 << 16;
        for (int i = 0; i < cells; i++) {
            byte[] utf8 = ("worker-" + i).getBytes(UTF_8);
            slots.merge(CellHash.of(utf8, 0, utf8.length) & 2 * cells - 1, 1, Integer::sum);
        }

        // Thrown at random into twice as many slots, they would meet 39 % of them.
        assertThat(slots.size()).isGreaterThan((int) (0.38 * 2 * cells));
        assertThat(slots.values()).allMatch(count -> count < 12);
    }

    @Test
    void many_cells_of_one_hash_make_it_crowded() {
        CellDictionary dictionary = new CellDictionary();
        for (int i = 0; i < 300; i++) {
            byte[] utf8 = ("cell " + i).getBytes(UTF_8);
            dictionary.codeOrAdd(42, utf8, 0, utf8.length);
        }

        assertThat(dictionary.crowded()).isTrue();
        assertThat(dictionary.size()).isEqualTo(300);
    }
}
