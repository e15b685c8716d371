package dev.tamias.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged plugins are refused by the documented exceptions, whatever the damage. */
class MutatedComponentsTest {

    private static final long SEED = 20_261_122;
    private static final int PREAMBLE_BYTES = 8;
    private static final int CORE_MODULE_SECTION = 1;
    private static final int ROUNDS = 250;

    private int refused;

    @Test
    void refuses_damaged_plugins_by_documented_exceptions_only() {
        Random random = new Random(SEED);
        List<Path> files = RealComponents.all();
        for (Path file : files) {
            byte[] bytes = RealComponents.read(file);
            List<int[]> sections = sectionsButModules(bytes);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] damaged = bytes.clone();
                int flips = 1 + random.nextInt(3);
                for (int i = 0; i < flips; i++) {
                    int[] range = sections.get(random.nextInt(sections.size()));
                    boolean anywhere = random.nextInt(5) == 0;
                    int at =
                            anywhere
                                    ? random.nextInt(bytes.length)
                                    : range[0] + random.nextInt(range[1] - range[0]);
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                }
                decode(damaged, file + ", round " + round);
            }
        }
        assertThat(refused).isGreaterThan(files.size() * ROUNDS / 4);
    }

    @Test
    void refuses_truncated_plugins_by_documented_exceptions_only() {
        Random random = new Random(SEED);
        for (Path file : RealComponents.all()) {
            byte[] bytes = RealComponents.read(file);
            for (int round = 0; round < 40; round++) {
                int length = random.nextInt(bytes.length);
                decode(Arrays.copyOf(bytes, length), file + ", cut to " + length);
            }
        }
        assertThat(refused).isPositive();
    }

    private void decode(byte[] damaged, String title) {
        try {
            ComponentDecoder.decode(damaged);
        } catch (MalformedComponent e) {
            refused++;
            assertThat(e.offset()).as(title).isBetween(0L, (long) damaged.length);
        } catch (InvalidComponent e) {
            refused++;
            assertThat(e.offset()).as(title).isBetween(0L, (long) damaged.length);
        } catch (RuntimeException | Error e) {
            fail(title, e);
        }
    }

    /** Where the outermost sections are, without those that hold mere code. */
    private static List<int[]> sectionsButModules(byte[] bytes) {
        List<int[]> ranges = new ArrayList<>();
        int position = PREAMBLE_BYTES;
        while (position < bytes.length) {
            int start = position;
            int id = bytes[position++];
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                int next = bytes[position++];
                length |= (next & 0x7f) << shift;
                if (next >= 0) {
                    break;
                }
            }
            position += length;
            ranges.add(new int[] {start, id == CORE_MODULE_SECTION ? start + 40 : position});
        }
        return ranges;
    }
}
