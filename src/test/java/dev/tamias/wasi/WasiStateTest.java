package dev.tamias.wasi;

import static dev.tamias.wasi.Errors.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Trap;
import dev.tamias.model.HostException;
import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasiStateTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir Path temporary;
    private Box box;

    @BeforeEach
    void fill() throws IOException {
        box = new Box(temporary);
    }

    private Preopen preopen() {
        return Preopen.directory(box.inside, "/box", Access.READ_WRITE);
    }

    /** How many files of the box this process holds open. */
    private long open() throws IOException {
        try (var all = Files.list(OPEN_FILES)) {
            return all.filter(this::isOfBox).count();
        }
    }

    private boolean isOfBox(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(temporary.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void closes_what_the_guest_left_open() throws Exception {
        WasiState state = new WasiState(WasiContext.builder().preopen(preopen()).build());
        SandboxedDirectory root = state.granted().get(0).directory();
        SandboxedFile file = (SandboxedFile) Box.openToRead(root, "a/b/deep");
        state.descriptors.own(file);
        state.descriptors.own(Box.openToRead(root, "a"));
        state.inputs.own(GuestInput.of(file, 0));
        state.listings.own(root.list());
        assertThat(open()).isGreaterThan(4);
        assertThat(state.resources()).isEqualTo(4);
        state.close();
        state.close();
        assertThat(open()).isZero();
        expect(ErrorCode.BAD_DESCRIPTOR, file::size);
    }

    @Test
    void walks_leave_nothing_open() throws Exception {
        box.link("link", "a/b").link("out", "../outside");
        try (SandboxedDirectory directory = Box.open(preopen())) {
            long before = open();
            Box.read(directory, "link/../b/./deep");
            directory.createDirectory("a/new");
            directory.rename("a/new", directory, "a/b/new");
            directory.removeDirectory("a/b/new");
            expect(ErrorCode.NOT_PERMITTED, () -> directory.stat("a/../out/secret", true));
            expect(ErrorCode.NO_ENTRY, () -> Box.read(directory, "a/b/missing"));
            expect(ErrorCode.NOT_DIRECTORY, () -> Box.read(directory, "a/b/deep/below"));
            assertThat(open()).isEqualTo(before);
        }
        assertThat(open()).isZero();
    }

    @Test
    void opens_no_grant_where_one_cannot_be_opened() throws IOException {
        Preopen missing = Preopen.directory(box.inside.resolve("missing"), "/m", Access.READ_ONLY);
        WasiContext context = WasiContext.builder().preopen(preopen()).preopen(missing).build();
        assertThatThrownBy(() -> new WasiState(context)).isInstanceOf(HostException.class);
        assertThat(open()).isZero();
    }

    @Test
    void takes_no_resource_of_another_type_or_another_guest() {
        try (WasiState one = new WasiState(WasiContext.builder().build());
                WasiState other = new WasiState(WasiContext.builder().build())) {
            Arguments pollable = new Arguments(List.of(one.pollables.own(Pollable.READY)));
            assertThat(one.pollables.get(pollable.resource(0))).isEqualTo(Pollable.READY);
            assertThatThrownBy(() -> one.descriptors.get(pollable.resource(0)))
                    .isInstanceOf(Trap.class);
            assertThatThrownBy(() -> other.pollables.get(pollable.resource(0)))
                    .isInstanceOf(Trap.class);
        }
    }

    @Test
    void arguments_of_another_type_than_wasis_trap() {
        Arguments arguments = new Arguments(List.of(new Val.Str("text")));
        assertThat(arguments.string(0)).isEqualTo("text");
        assertThatThrownBy(() -> arguments.u64(0)).isInstanceOf(Trap.class);
        assertThatThrownBy(() -> arguments.string(1)).isInstanceOf(Trap.class);
    }

    @Test
    void enums_have_the_order_of_the_interface() {
        assertThat(Cases.value(ErrorCode.ACCESS)).isEqualTo(new Val.EnumCase(0));
        assertThat(Cases.value(ErrorCode.NO_ENTRY)).isEqualTo(new Val.EnumCase(20));
        assertThat(Cases.value(ErrorCode.NOT_PERMITTED)).isEqualTo(new Val.EnumCase(31));
        assertThat(Cases.value(ErrorCode.CROSS_DEVICE)).isEqualTo(new Val.EnumCase(36));
        assertThat(Cases.value(FileKind.REGULAR_FILE)).isEqualTo(new Val.EnumCase(6));
        assertThat(Cases.value(EnumSet.of(DescriptorFlag.READ, DescriptorFlag.MUTATE_DIRECTORY)))
                .isEqualTo(new Val.Flags(0b100001));
        assertThat(Cases.flags(0b1001, OpenFlag.class))
                .containsExactly(OpenFlag.CREATE, OpenFlag.TRUNCATE);
    }
}
