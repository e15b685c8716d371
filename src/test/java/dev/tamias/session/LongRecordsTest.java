package dev.tamias.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.source.BinaryByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D2: Chipmunk's buffer of 10 MiB loses records where it ends with more than 10 KiB unparsed. Here a
 * record of more than that lies across every edge that a buffer may have.
 */
class LongRecordsTest {

    private static final int SIZE = 13 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 64 << 10, 1 << 20, 10 << 20})
    void d2_no_record_across_a_buffers_edge_is_lost(int slice) {
        DltLog log = DltLog.of(SIZE);
        assertThat(log.longOnes()).isEqualTo(SIZE / (64 << 10));
        ParsePolicy policy =
                slice == 0 ? ParsePolicy.DEFAULT : ParsePolicy.DEFAULT.withSlices(slice, slice);
        byte[] bytes = log.bytes();
        BinaryByteSource source =
                new BinaryByteSource(
                        "trace", new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
        List<String> messages = new ArrayList<>();

        ParseSummary summary =
                Engine.shared()
                        .executor()
                        .run(
                                () -> {
                                    ParserFactory dlt = TestParsers.bundled("dlt");
                                    try (ParseSession session =
                                            new ParseSession(dlt, source, policy)) {
                                        return session.run(
                                                (offset, length, cells, attachment) ->
                                                        messages.add(
                                                                offset
                                                                        + "+"
                                                                        + length
                                                                        + " "
                                                                        + cells.get(
                                                                                cells.size() - 1)));
                                    }
                                });

        assertThat(messages).hasSameSizeAs(log.messages());
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i)).isEqualTo(log.messages().get(i));
        }
        assertThat(summary.consumed()).isEqualTo(bytes.length);
        assertThat(summary.skipped() + summary.tail()).isZero();
    }

    /** The JVM's second compiler has made wrong code of the plugin's allocator by then, if it may. */
    @Test
    void a_fresh_instance_is_right_when_the_jvm_has_compiled_its_code() throws IOException {
        d2_no_record_across_a_buffers_edge_is_lost(0);
        d2_no_record_across_a_buffers_edge_is_lost(64 << 10);
        byte[] sample = Files.readAllBytes(TestParsers.RESOURCES.resolve("samples/sample.dlt"));

        Outcome outcome = TestParsers.run(TestParsers.bundled("dlt"), sample, ParsePolicy.DEFAULT);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.items()).hasSize(400);
    }
}
