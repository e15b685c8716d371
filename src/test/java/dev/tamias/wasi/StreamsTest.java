package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import dev.tamias.wasi.Preopen.Access;
import dev.tamias.wasi.sockets.NetworkError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {

    @Test
    void output_is_cut_into_messages_and_capped_with_one_note() throws Exception {
        List<byte[]> messages = new ArrayList<>();
        OutputCap cap = new OutputCap(limits(10, 25));
        GuestOutput stdout = cap.stream(messages::add);
        GuestOutput stderr = cap.stream(messages::add);
        stdout.write("0123456789abcdef".getBytes(StandardCharsets.UTF_8), 4096);
        stderr.write("ghijklmnopqrst".getBytes(StandardCharsets.UTF_8), 4096);
        stdout.write("more".getBytes(StandardCharsets.UTF_8), 4096);
        assertThat(messages)
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactly(
                        "0123456789",
                        "abcdef",
                        "ghijklmno",
                        "[suppressed: more than 25 bytes of output (limit outputBytes)]\n");
    }

    private static Limits limits(int messageBytes, long outputBytes) {
        return Limits.defaults().withMessageBytes(messageBytes).withOutputBytes(outputBytes);
    }

    @Test
    void traps_where_a_guest_writes_more_than_it_may() {
        GuestOutput output = new GuestOutput(bytes -> {});
        assertThatThrownBy(() -> output.write(new byte[4097], GuestOutput.BLOCKING_BYTES))
                .isInstanceOf(Trap.class);
        assertThatThrownBy(() -> output.writeZeros(-1, GuestOutput.PERMIT_BYTES))
                .isInstanceOf(Trap.class);
    }

    @Test
    void is_closed_after_a_failure() {
        GuestOutput output =
                new GuestOutput(
                        bytes -> {
                            throw new FileError(ErrorCode.INSUFFICIENT_SPACE);
                        });
        Errors.expect(
                ErrorCode.INSUFFICIENT_SPACE,
                () -> {
                    try {
                        output.write(new byte[1], 4096);
                    } catch (NetworkError | StreamClosed other) {
                        throw new AssertionError(other);
                    }
                });
        assertThatThrownBy(() -> output.write(new byte[1], 4096)).isInstanceOf(StreamClosed.class);
        assertThatThrownBy(output::permit).isInstanceOf(StreamClosed.class);
        assertThatThrownBy(output::flush).isInstanceOf(StreamClosed.class);
    }

    @Test
    void a_files_streams_live_longer_than_its_descriptor(@TempDir Path temporary) throws Exception {
        Box box = new Box(temporary);
        OpenFiles openFiles = new OpenFiles(2);
        try (SandboxedDirectory directory =
                SandboxedDirectory.open(
                        Preopen.directory(box.inside, "/", Access.READ_WRITE),
                        openFiles,
                        text -> {})) {
            Descriptor file =
                    directory.open(
                            "file",
                            true,
                            EnumSet.noneOf(OpenFlag.class),
                            EnumSet.of(DescriptorFlag.READ, DescriptorFlag.WRITE));
            GuestInput input = GuestInput.of((SandboxedFile) file, 8);
            GuestOutput append = GuestOutput.append((SandboxedFile) file);
            GuestOutput start = GuestOutput.at((SandboxedFile) file, 0);
            file.close();
            append.write("!".getBytes(StandardCharsets.UTF_8), 4096);
            append.write("?".getBytes(StandardCharsets.UTF_8), 4096);
            start.write("FI".getBytes(StandardCharsets.UTF_8), 4096);
            start.write("LE".getBytes(StandardCharsets.UTF_8), 4096);
            assertThat(readAll(input)).isEqualTo("box!?");
            assertThatThrownBy(() -> input.read(1)).isInstanceOf(StreamClosed.class);
            input.close();
            append.close();
            assertThatThrownBy(() -> Box.openToRead(directory, "file"))
                    .hasMessageContaining("more than 2");
            start.close();
            assertThat(Box.read(directory, "file")).isEqualTo("FILE in box!?");
        }
    }

    private static String readAll(GuestInput input) throws FileError, NetworkError {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            while (true) {
                all.writeBytes(input.read(2));
            }
        } catch (StreamClosed end) {
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
