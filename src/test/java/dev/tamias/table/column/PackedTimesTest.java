package dev.tamias.table.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.type.CellParser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.instant.PackedInstant;

class PackedTimesTest {

    @Test
    void times_are_packed_as_tablesaw_packs_them() {
        long seed = 7;
        Random random = new Random(seed);
        long[] nanoseconds = new long[2000];
        for (int i = 0; i < nanoseconds.length; i++) {
            long day = LocalDate.of(1700, 1, 1).toEpochDay() + random.nextInt(200_000);
            nanoseconds[i] = day * 86_400_000_000_000L + random.nextInt(86_400_000) * 1_000_000L;
        }

        long[] packed = PackedTimes.of(nanoseconds);

        for (int i = 0; i < packed.length; i++) {
            Instant time = Instant.ofEpochSecond(0, nanoseconds[i]);
            assertThat(packed[i]).as("seed %s, %s", seed, time).isEqualTo(PackedInstant.pack(time));
        }
        assertThat(
                        InstantColumn.createInternal(
                                        "T", PackedTimes.of(new long[] {CellParser.NOT}))
                                .get(0))
                .isNull();
    }
}
