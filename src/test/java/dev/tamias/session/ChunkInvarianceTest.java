package dev.tamias.session;

import static dev.tamias.session.TestParsers.bundled;
import static dev.tamias.session.TestParsers.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.source.BinaryByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows do not tell how the input was sliced. {@code -Dtamias.seed} repeats a run. */
@Timeout(200)
class ChunkInvarianceTest {

    private static final int SLICINGS = 12;

    private static Random random() {
        String given = System.getProperty("tamias.seed", "20261123");
        long seed = given.equals("random") ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("ChunkInvarianceTest: -Dtamias.seed=" + seed);
        return new Random(seed);
    }

    @ParameterizedTest
    @CsvSource({"lines, lines.log", "dlt, sample.dlt", "fields, fields.csv"})
    void rows_offsets_and_lengths_are_the_same_for_every_slicing(String plugin, String sample)
            throws Exception {
        Random random = random();
        byte[] log = Files.readAllBytes(TestParsers.RESOURCES.resolve("samples").resolve(sample));
        Outcome whole = run(bundled(plugin), log, ParsePolicy.DEFAULT);
        assertThat(whole.items()).isNotEmpty();

        for (int at = 0; at < SLICINGS; at++) {
            // From one byte to a megabyte, each length as likely as its double.
            int most = 1 << random.nextInt(21);
            ParsePolicy slices = ParsePolicy.DEFAULT.withSlices(1 + random.nextInt(most), most);
            InputStream shortReads = shortReads(log, new Random(random.nextLong()), most);
            BinaryByteSource loads =
                    new BinaryByteSource("log", shortReads, OptionalLong.of(log.length));
            ScriptedSource packets = packets(log, random, most);

            for (Outcome sliced :
                    new Outcome[] {
                        run(bundled(plugin), loads, slices),
                        run(bundled(plugin), packets, ParsePolicy.DEFAULT)
                    }) {
                assertThat(sliced.items()).as("slices of %d", most).isEqualTo(whole.items());
                assertThat(sliced.counts()).isEqualTo(whole.counts());
            }
        }
    }

    /** The file through the byte-source plugin, under random slicings. */
    @ParameterizedTest
    @CsvSource({"lines, lines.log", "dlt, sample.dlt", "fields, fields.csv"})
    void a_byte_source_plugin_gives_the_same_rows_for_every_slicing(String plugin, String sample)
            throws Exception {
        Random random = random();
        Path file = TestParsers.RESOURCES.resolve("samples").resolve(sample).toAbsolutePath();
        Outcome whole = run(bundled(plugin), Files.readAllBytes(file), ParsePolicy.DEFAULT);
        assertThat(whole.failure()).isNull();
        assertThat(whole.items()).isNotEmpty();

        for (int at = 0; at < SLICINGS; at++) {
            int most = 1 << random.nextInt(21);
            ParsePolicy slices = ParsePolicy.DEFAULT.withSlices(1 + random.nextInt(most), most);

            Outcome sliced = run(bundled(plugin), TestParsers.fileSource(file), slices);

            assertThat(sliced.items()).as("slices of %d", most).isEqualTo(whole.items());
            assertThat(sliced.counts()).isEqualTo(whole.counts());
        }
    }

    private static InputStream shortReads(byte[] log, Random random, int most) {
        return new ByteArrayInputStream(log) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }

    /** Packets of a thousand bytes on average, or longer ones. */
    private static ScriptedSource packets(byte[] log, Random random, int most) {
        ScriptedSource source = new ScriptedSource(true);
        int longest = Math.max(2_000, most);
        for (int at = 0; at < log.length; ) {
            int length = Math.min(log.length - at, 1 + random.nextInt(longest));
            source.bytes(Arrays.copyOfRange(log, at, at + length));
            at += length;
        }
        return source;
    }
}
