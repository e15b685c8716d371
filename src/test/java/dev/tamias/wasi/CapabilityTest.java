package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.wasi.Preopen.Access;
import dev.tamias.wasi.sockets.NetworkGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guest has of the world: nothing, but for what it is granted. */
class CapabilityTest {

    private static final Engine ENGINE = Engine.builder().compiling(false).build();
    private static final Instant LEAP_DAY = Instant.parse("2024-02-29T12:00:00.5Z");

    @TempDir private Path directory;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static List<String> world(WasiContext.Builder context, String... paths)
            throws IOException {
        return Guest.run(ENGINE, "world.wasm", context, paths).out().lines().toList();
    }

    private static Val surroundings(WasiContext context, String function) throws IOException {
        try (Guest guest = Guest.of(ENGINE, "surroundings.wasm", context)) {
            return Objects.requireNonNull(guest.call(function));
        }
    }

    @Test
    void a_program_without_grants_finds_nothing() throws IOException {
        Files.writeString(directory.resolve("secret"), Box.SECRET);
        String secret = directory.resolve("secret").toString();

        List<String> said =
                world(
                        WasiContext.builder(),
                        "/",
                        ".",
                        "/etc/hostname",
                        "/proc/sys/kernel/hostname",
                        "/etc/passwd",
                        "/dev/null",
                        "/tmp",
                        secret);

        // No variable, no argument but its own, a clock that starts with 1970, an empty input.
        assertThat(said.get(0)).isEqualTo("arguments 9");
        assertThat(said.get(1)).isEqualTo("clock 0.000000000, slept 1");
        assertThat(said.get(2)).matches("random [0-9a-f]{16}");
        assertThat(said.get(3)).isEqualTo("stdin -1");
        assertThat(said.subList(4, 12))
                .allMatch(each -> each.endsWith(": Capabilities insufficient"));
    }

    @Test
    void a_component_without_grants_is_told_of_nothing() throws IOException {
        WasiContext nothing = WasiContext.builder().build();
        assertThat(surroundings(nothing, "environment")).isEqualTo(new Val.ListOf(List.of()));
        assertThat(surroundings(nothing, "arguments")).isEqualTo(new Val.ListOf(List.of()));
        assertThat(surroundings(nothing, "directory")).isEqualTo(Val.Option.NONE);
        assertThat(surroundings(nothing, "wall"))
                .isEqualTo(new Val.Record(List.of(new Val.U64(0), new Val.U32(0))));
        assertThat(surroundings(nothing, "monotonic")).isEqualTo(new Val.U64(0));
    }

    @Test
    void a_component_is_told_of_what_it_is_granted() throws IOException {
        WasiContext some =
                WasiContext.builder()
                        .environment("NAME", "value")
                        .argument("first")
                        .workingDirectory("/work")
                        .fixedClocks(LEAP_DAY)
                        .build();
        Val variable = new Val.Tuple(List.of(new Val.Str("NAME"), new Val.Str("value")));
        assertThat(surroundings(some, "environment")).isEqualTo(new Val.ListOf(List.of(variable)));
        assertThat(surroundings(some, "arguments"))
                .isEqualTo(new Val.ListOf(List.of(new Val.Str("first"))));
        assertThat(surroundings(some, "directory")).isEqualTo(new Val.Option(new Val.Str("/work")));
        assertThat(surroundings(some, "wall"))
                .isEqualTo(
                        new Val.Record(
                                List.of(
                                        new Val.U64(LEAP_DAY.getEpochSecond()),
                                        new Val.U32(500_000_000))));
    }

    @Test
    void random_bytes_differ_unless_they_are_seeded() throws IOException {
        String random = world(WasiContext.builder()).get(2);
        assertThat(world(WasiContext.builder()).get(2)).isNotEqualTo(random);
        String seeded = world(WasiContext.builder().seededRandom(7)).get(2);
        assertThat(world(WasiContext.builder().seededRandom(7)).get(2)).isEqualTo(seeded);
        assertThat(world(WasiContext.builder().seededRandom(8)).get(2)).isNotEqualTo(seeded);
    }

    @Test
    void a_single_file_is_all_there_is_of_its_directory() throws IOException {
        Path log = Files.writeString(directory.resolve("app.log"), "line");
        Files.writeString(directory.resolve("neighbour"), Box.SECRET);

        List<String> read =
                world(
                        WasiContext.builder()
                                .preopen(Preopen.fileAs(log, "/logs/input.log", Access.READ_ONLY)),
                        "/logs/input.log",
                        "/logs/app.log",
                        "/logs/neighbour",
                        "/logs/../neighbour",
                        "/logs/input.log+",
                        log.toString());
        assertThat(read.subList(4, read.size()))
                .containsExactly(
                        "/logs/input.log: line",
                        "/logs/app.log: No such file or directory",
                        "/logs/neighbour: No such file or directory",
                        "/logs/../neighbour: Operation not permitted",
                        "/logs/input.log: Operation not permitted",
                        log + ": Capabilities insufficient");
        List<String> written =
                world(
                        WasiContext.builder()
                                .preopen(Preopen.fileAs(log, "input.log", Access.READ_WRITE)),
                        "input.log+",
                        "new+");
        assertThat(written.subList(4, written.size()))
                .containsExactly("input.log: more", "new: No such file or directory");
        assertThat(log).hasContent("linemore");
    }

    @Test
    void the_network_is_not_there() {
        try (NetworkProgram program = new NetworkProgram()) {
            assertThat(program.run(NetworkGrant.NONE, "tcp-echo", "127.0.0.1", "1", "x"))
                    .isEqualTo("create-tcp-socket: access-denied");
            assertThat(program.run(NetworkGrant.NONE, "lookup", "localhost"))
                    .isEqualTo("resolve-addresses: access-denied");
        }
    }

    @Test
    void the_directory_of_another_guest_is_out_of_reach() throws IOException {
        Path mine = Files.createDirectory(directory.resolve("mine"));
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("note.txt"), Box.SECRET);
        Files.createSymbolicLink(mine.resolve("link"), other.resolve("note.txt"));
        Files.createSymbolicLink(mine.resolve("up"), Path.of("../other"));

        List<String> said =
                world(
                        WasiContext.builder()
                                .preopen(Preopen.directory(mine, "/temp", Access.READ_WRITE)),
                        "/temp/note.txt",
                        "/temp/../other/note.txt",
                        "/temp/link",
                        "/temp/up/note.txt",
                        other + "/note.txt");

        assertThat(said.subList(4, said.size()))
                .hasSize(5)
                .noneMatch(each -> each.contains(Box.SECRET));
    }
}
