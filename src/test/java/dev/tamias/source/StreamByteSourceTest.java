package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamByteSourceTest {

    @Test
    void no_byte_is_lost_or_repeated_at_any_slicing() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            byte[] input = new byte[300_000];
            random.nextBytes(input);
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try (StreamByteSource source =
                    StreamByteSource.of("random", new ByteArrayInputStream(input))) {
                while (!source.ended() || source.length() > 0) {
                    int wanted = 1 + random.nextInt(200_000);
                    int before = source.length();
                    int added = source.load(wanted);
                    assertThat(added > 0 || before >= wanted || source.ended()).isTrue();
                    assertThat(source.length()).isEqualTo(before + added);
                    int taken = random.nextInt(source.length() + 1);
                    assertThat(source.position()).isEqualTo(seen.size());
                    seen.write(source.slice(), source.sliceStart(), taken);
                    source.consume(taken);
                }
            }
            assertThat(seen.toByteArray()).as("seed %d", seed).isEqualTo(input);
        }
    }

    @Test
    void a_pipe_gives_what_is_there_and_ends_with_its_writer() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        try (StreamByteSource source = StreamByteSource.of("pipe", new PipedInputStream(writer))) {
            writer.write(new byte[] {'a', 'b'});
            writer.flush();
            assertThat(Reading.atLeast(source, 2)).isEqualTo("ab");
            assertThat(source.ended()).isFalse();
            writer.write('c');
            writer.close();

            assertThat(Reading.toEnd(source)).isEqualTo("c");
            assertThat(source.position()).isEqualTo(3);
            assertThat(source.load(10)).isZero();
            assertThat(source.timestamp()).isNull();
            assertThat(source.seekable()).isFalse();
        }
        Reading.awaitNoThread("pipe");
    }

    @Test
    void an_interrupt_ends_a_blocked_load_and_nothing_is_lost() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        try (StreamByteSource source = StreamByteSource.of("quiet", new PipedInputStream(writer))) {
            Reading.interrupt(() -> source.load(1));
            writer.write('x');
            writer.flush();

            assertThat(Reading.atLeast(source, 1)).isEqualTo("x");
        }
        Reading.awaitNoThread("quiet");
    }

    @Test
    void a_slow_reader_stops_the_producer() throws Exception {
        AtomicLong produced = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        produced.incrementAndGet();
                        return 'e';
                    }
                };
        try (StreamByteSource source = StreamByteSource.of("endless", endless)) {
            Reading.awaitBlocked(thread("endless"));
            assertThat(produced.get()).isBetween(1L << 19, (1L << 20) + (64 << 10));
            assertThat(source.load(1)).isEqualTo(1);
        }
        Reading.awaitNoThread("endless");
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("tamias-source " + name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void an_error_comes_after_the_bytes_before_it_and_again() throws Exception {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[10]),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("cable gone");
                            }
                        });
        try (StreamByteSource source = StreamByteSource.of("broken", broken)) {
            Reading.awaitNoThread("broken");
            assertThat(source.load(4)).isEqualTo(4);
            assertThat(source.load(100)).isEqualTo(6);
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> source.load(100))
                        .isInstanceOf(HostException.class)
                        .hasMessageContaining("\"broken\" failed at byte 10: cable gone");
            }
            assertThat(source.length()).isEqualTo(10);
            assertThat(source.ended()).isFalse();
        }
    }

    @Test
    void closing_ends_a_load_that_is_blocked_on_another_thread() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream pipe =
                new PipedInputStream(new PipedOutputStream()) {
                    @Override
                    public void close() throws IOException {
                        closed.set(true);
                        super.close();
                    }
                };
        StreamByteSource source = StreamByteSource.of("closed", pipe);
        Thread reader = new Thread(() -> Reading.toEnd(source));
        reader.start();
        Reading.awaitBlocked(reader);

        source.close();
        source.close();

        reader.join(TimeUnit.SECONDS.toMillis(Reading.BOUND_SECONDS));
        assertThat(source.ended()).isTrue();
        assertThat(closed).isTrue();
        Reading.awaitNoThread("closed");
    }

    @Test
    void standard_input_stays_open() throws Exception {
        InputStream before = System.in;
        ByteArrayInputStream input =
                new ByteArrayInputStream(new byte[] {'i', 'n'}) {
                    @Override
                    public void close() {
                        throw new AssertionError("closed");
                    }
                };
        System.setIn(input);
        try (StreamByteSource source = StreamByteSource.stdin()) {
            assertThat(Reading.toEnd(source)).isEqualTo("in");
        } finally {
            System.setIn(before);
        }
        Reading.awaitNoThread("stdin");
    }
}
