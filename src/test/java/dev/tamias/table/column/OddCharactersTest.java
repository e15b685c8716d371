package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is found eight bytes at a time is what is found character by character. */
class OddCharactersTest {

    private static final long SEED = 7;

    private static final String[] CHARACTERS = {
        "a", " ", "~", "\t", "\n", "\r", "é", "\u00a0", "\u00bf", "日", "€", "\uffff", "\uffee",
        "\uf000", "\ufeff", "🐿"
    };

    private static final String[] ODD = {
        "\0", "\1", "\u001f", "\u007f", "\u0080", "\u0085", "\u009f", "\ufffd"
    };

    @Test
    void every_odd_character_is_found_at_every_place() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            boolean odd = random.nextBoolean();
            int length = random.nextInt(24);
            int oddAt = random.nextInt(length + 1);
            boolean plain = random.nextBoolean();
            for (int at = 0; at <= length; at++) {
                text.append(
                        odd && at == oddAt
                                ? any(ODD, random)
                                : plain ? "x" : any(CHARACTERS, random));
            }
            check(text.toString(), 1 + random.nextInt(3));
        }
    }

    private static String any(String[] texts, Random random) {
        return texts[random.nextInt(texts.length)];
    }

    private static void check(String text, int count) {
        OddCharacters odd = new OddCharacters();
        byte[] utf8 = ("\1\ufffd" + text + "\1\ufffd").getBytes(UTF_8);
        odd.cell(utf8, 4, utf8.length - 4, 0, count);

        boolean control =
                text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
        assertThat(odd.controls()).as(text).isEqualTo(control ? count : 0);
        assertThat(odd.replaced()).as(text).isEqualTo(text.contains("\ufffd") ? count : 0);
        if (odd.controls() + odd.replaced() > 0) {
            assertThat(odd.passesOver(utf8, 4, utf8.length - 4)).as(text).isFalse();
        }
    }

    @Test
    void blocks_without_any_are_passed_over() {
        OddCharacters odd = new OddCharacters();
        byte[] text = "a line of a naïve log, 日本 too~".getBytes(UTF_8);

        for (int from = 0; from < 8; from++) {
            assertThat(odd.passesOver(text, from, text.length)).isTrue();
        }
        assertThat(odd.passesOver(text, 5, 5)).isTrue();
    }

    @Test
    void cells_of_any_block_are_counted() {
        PackedCells cells = new PackedCells();
        for (int row = 0; row < 5000; row++) {
            cells.add(row % 2000 == 1999 ? "bell \7" : row == 4999 ? "\ufffd" : "line " + row);
        }
        OddCharacters odd = new OddCharacters();
        for (int piece = 0; piece < cells.pieces(); piece++) {
            cells.scan(odd, piece);
        }

        assertThat(odd.controls()).isEqualTo(2);
        assertThat(odd.replaced()).isEqualTo(1);
    }
}
