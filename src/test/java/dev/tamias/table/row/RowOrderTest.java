package dev.tamias.table.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1 << 11, 1L << 22, 1L << 40, Long.MAX_VALUE})
    void order_is_that_of_a_stable_sort(long range) {
        Random random = new Random(range);
        long[] keys = random.longs(5_000, -range, range).toArray();

        int[] ascending = RowOrder.ascending(keys.clone());
        int[] descending = RowOrder.descending(keys.clone());

        Comparator<Integer> byKey = Comparator.comparingLong(i -> keys[i]);
        assertThat(ascending).isEqualTo(sorted(keys.length, byKey));
        assertThat(descending).isEqualTo(sorted(keys.length, byKey.reversed()));
    }

    private static int[] sorted(int size, Comparator<Integer> comparator) {
        return IntStream.range(0, size).boxed().sorted(comparator).mapToInt(i -> i).toArray();
    }

    @Test
    void the_extremes_of_longs_are_in_order() {
        long[] keys = {Long.MAX_VALUE, 0, Long.MIN_VALUE, -1, Long.MIN_VALUE};

        assertThat(RowOrder.ascending(keys.clone())).containsExactly(2, 4, 3, 1, 0);
        assertThat(RowOrder.descending(keys.clone())).containsExactly(0, 1, 3, 2, 4);
    }

    @Test
    void nothing_and_one_are_in_order() {
        assertThat(RowOrder.ascending(new long[0])).isEmpty();
        assertThat(RowOrder.descending(new long[] {7})).containsExactly(0);
    }
}
