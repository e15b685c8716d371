package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentCodesTest {

    /** Cells that differ in nothing but their length, or in one byte. */
    private static Set<String> cells() {
        Set<String> cells = new LinkedHashSet<>();
        for (int length = 0; length <= RecentCodes.LONGEST; length++) {
            for (String one : new String[] {"a", "\0", "\377"}) {
                String same = one.repeat(length);
                cells.add(same);
                for (int at = 0; at < length; at++) {
                    cells.add(same.substring(0, at) + "b" + same.substring(at + 1));
                }
            }
        }
        return cells;
    }

    private static int code(RecentCodes codes, String cell) {
        return codes.code((">" + cell + "<").getBytes(ISO_8859_1), 1, cell.length());
    }

    @Test
    void no_cell_is_taken_for_another() {
        Set<String> cells = cells();
        int code = 0;
        for (String kept : cells) {
            RecentCodes codes = new RecentCodes();
            codes.keep(code, kept.getBytes(ISO_8859_1), 0, kept.length());
            for (String asked : cells) {
                assertThat(code(codes, asked)).isEqualTo(asked.equals(kept) ? code : -1);
            }
            code++;
        }
        assertThat(code).isGreaterThan(400);
    }

    @Test
    void the_next_cell_of_a_place_takes_it_over() {
        RecentCodes codes = new RecentCodes();
        codes.keep(3, "aaaaaaaaa".getBytes(ISO_8859_1), 0, 9);
        assertThat(code(codes, "aaaaaaaaa")).isEqualTo(3);
        codes.keep(Integer.MAX_VALUE - 1, "aaaaaaaaaa".getBytes(ISO_8859_1), 0, 10);

        assertThat(code(codes, "aaaaaaaaa")).isEqualTo(-1);
        assertThat(code(codes, "aaaaaaaaaa")).isEqualTo(Integer.MAX_VALUE - 1);
    }
}
