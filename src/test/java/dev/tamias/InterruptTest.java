package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.sample;
import static dev.tamias.Bytes.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.ParsedItem;
import dev.tamias.session.ParseSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an interrupt of the thread that waits leaves: the rows so far, and a working engine. */
@Timeout(120)
class InterruptTest {

    @AfterEach
    void the_next_chain_works() {
        assertThat(Plugins.scan().parser("lines").over(sample("lines.log")).table().rowCount())
                .isPositive();
    }

    /** Calls on a thread of its own, interrupts it once {@code ready}, and gives what it threw. */
    private static Throwable interrupted(Callable<?> call, CountDownLatch ready) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller =
                new Thread(
                        () -> {
                            try {
                                call.call();
                                thrown.complete(new AssertionError("it came to an end"));
                            } catch (Throwable e) {
                                thrown.complete(
                                        Thread.currentThread().isInterrupted()
                                                ? e
                                                : new AssertionError("the flag is gone", e));
                            }
                        });
        caller.start();
        assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
        // Time to come to where it waits or loops.
        Thread.sleep(1_500);
        caller.interrupt();
        return thrown.get(30, TimeUnit.SECONDS);
    }

    /** A server that sends two lines and then nothing. */
    private static ServerSocket silentServer(CountDownLatch sent) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(
                        () -> {
                            try {
                                Socket client = server.accept();
                                client.getOutputStream()
                                        .write("a\nb\n".getBytes(StandardCharsets.UTF_8));
                                sent.countDown();
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        })
                .start();
        return server;
    }

    @Test
    void a_silent_server_leaves_the_rows_that_came() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (ServerSocket server = silentServer(sent)) {
            SourceStep step =
                    Plugins.scan().parser("lines").over(tcp("127.0.0.1", server.getLocalPort()));

            step.columns();
            Throwable failure = interrupted(step::table, sent);

            assertThat(failure)
                    .isInstanceOf(TableIncomplete.class)
                    .hasCauseInstanceOf(Interrupted.class);
            TableIncomplete incomplete = (TableIncomplete) failure;
            assertThat(incomplete.table().stringColumn(0).asList()).containsExactly("a", "b");
            assertThat(incomplete.parsed().summary().end()).isEqualTo(ParseSummary.End.CANCELLED);
        }
    }

    @Test
    void items_that_came_are_taken_and_the_next_is_interrupted() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (ServerSocket server = silentServer(sent)) {
            SourceStep step =
                    Plugins.scan().parser("lines").over(tcp("127.0.0.1", server.getLocalPort()));

            Throwable failure =
                    interrupted(
                            () -> {
                                try (Stream<ParsedItem> items = step.items()) {
                                    Iterator<ParsedItem> all = items.iterator();
                                    assertThat(all.next().cells()).containsExactly("a");
                                    assertThat(all.next().cells()).containsExactly("b");
                                    return all.next();
                                }
                            },
                            sent);

            assertThat(failure).isInstanceOf(Interrupted.class);
        }
    }

    @Test
    void loops_in_several_files_are_ended_together() throws Exception {
        Path log = Path.of("src/main/resources/dev/tamias/samples/lines.log");
        SourceStep step =
                Plugins.scan()
                        .parser("src/test/resources/plugins/faulty/faulty.wasm")
                        .set("fault", "loop")
                        .over(files(log, log, log));

        step.columns();
        Throwable failure = interrupted(step::table, new CountDownLatch(0));

        assertThat(failure)
                .isInstanceOf(TableIncomplete.class)
                .hasCauseInstanceOf(Interrupted.class);
        assertThat(((TableIncomplete) failure).parsed().summaries()).isNotEmpty();
    }

    @Test
    void what_a_taker_of_items_throws_comes_out_as_it_is() {
        IllegalStateException own = new IllegalStateException("enough");

        assertThatThrownBy(
                        () ->
                                Plugins.scan()
                                        .parser("lines")
                                        .over(sample("lines.log"))
                                        .forEach(
                                                item -> {
                                                    throw own;
                                                }))
                .isSameAs(own);
    }

    @Test
    void a_closed_stream_of_items_closes_what_it_reads() {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream input =
                new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };

        try (Stream<ParsedItem> items = Plugins.scan().parser("lines").over(bytes(input)).items()) {
            assertThat(items.findFirst()).isPresent();
        }

        assertThat(closed.getCount()).isZero();
    }
}
