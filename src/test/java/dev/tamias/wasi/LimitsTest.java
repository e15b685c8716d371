package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.model.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each limit with its default: one below, the limit itself, one above, and ten times as much. The guests
 * are components that ask for as much as they are told to; one that is within its limits works on after
 * each of them.
 */
@Timeout(120)
class LimitsTest {

    private static final Limits LIMITS = Limits.defaults();
    private static final Engine ENGINE = Engine.builder().build();

    @TempDir private Path box;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** How much a guest asks for, and whether it may. */
    private static Stream<Arguments> around(long limit) {
        return Stream.of(
                Arguments.of(limit - 1, true),
                Arguments.of(limit, true),
                Arguments.of(limit + 1, false),
                Arguments.of(10 * limit, false));
    }

    private static Guest hungry() throws IOException {
        return Guest.of(ENGINE, "hungry.wasm", Guest.limited(LIMITS));
    }

    private static Val.U32 u32(long value) {
        return new Val.U32(value);
    }

    private interface Call {
        void on(Guest guest);
    }

    /** Ends with the error that names the limit, where {@code allowed} is false. */
    private static void check(boolean allowed, String limit, Call call) throws IOException {
        check(Guest.limited(LIMITS), allowed, limit, call);
    }

    private static void check(WasiContext context, boolean allowed, String limit, Call call)
            throws IOException {
        try (Guest guest = Guest.of(ENGINE, "hungry.wasm", context)) {
            if (allowed) {
                call.on(guest);
            } else {
                assertThatThrownBy(() -> call.on(guest))
                        .isInstanceOf(LimitExceeded.class)
                        .hasMessageContaining("(limit " + limit + ")");
            }
        }
        control();
    }

    /** The engine goes on: another guest gets what it always gets. */
    private static void control() throws IOException {
        try (Guest guest = hungry()) {
            Val said = guest.call("texts", u32(3), u32(2));
            assertThat(said)
                    .isEqualTo(new Val.ListOf(List.of(new Val.Str("aaa"), new Val.Str("aaa"))));
        }
    }

    static Stream<Arguments> handles() {
        return around(LIMITS.handles());
    }

    @ParameterizedTest
    @MethodSource
    void handles(long count, boolean allowed) throws IOException {
        check(allowed, "handles", guest -> guest.call("handles", u32(count)));
    }

    static Stream<Arguments> randomBytes() {
        return around(LIMITS.randomBytes());
    }

    @ParameterizedTest
    @MethodSource
    void randomBytes(long bytes, boolean allowed) throws IOException {
        check(allowed, "randomBytes", guest -> guest.call("random", new Val.U64(bytes)));
    }

    static Stream<Arguments> liftBytes() {
        return around(LIMITS.liftBytes());
    }

    @ParameterizedTest
    @MethodSource
    void liftBytes(long bytes, boolean allowed) throws IOException {
        if (bytes > LIMITS.memoryBytes()) {
            // More than the guest could hold itself, but for lists that share their elements.
            check(
                    allowed,
                    "liftBytes",
                    guest -> guest.call("texts", u32(bytes >> 20), u32(2 << 20)));
        } else {
            check(allowed, "liftBytes", guest -> guest.call("bytes", u32(bytes)));
        }
    }

    static Stream<Arguments> outputBytes() {
        return around(LIMITS.outputBytes());
    }

    @ParameterizedTest
    @MethodSource
    void outputBytes(long bytes, boolean allowed) throws IOException {
        List<byte[]> passed = say(LIMITS.withOutputRate(Long.MAX_VALUE), bytes);
        long total = passed.stream().mapToLong(each -> each.length).sum();
        assertThat(passed).allMatch(each -> each.length <= LIMITS.messageBytes());
        if (allowed) {
            assertThat(total).isEqualTo(bytes);
        } else {
            String note = "[suppressed: more than 16777216 bytes of output (limit outputBytes)]\n";
            assertThat(total).isEqualTo(LIMITS.outputBytes() + note.length());
            assertThat(new String(passed.get(passed.size() - 1), StandardCharsets.UTF_8))
                    .isEqualTo(note);
        }
        control();
    }

    static Stream<Arguments> messageBytes() {
        return around(LIMITS.messageBytes());
    }

    @ParameterizedTest
    @MethodSource
    void messageBytes(long bytes, boolean inOne) throws IOException {
        List<byte[]> passed = say(LIMITS, bytes);
        assertThat(passed).hasSize(inOne ? 1 : (int) ((bytes - 1) / LIMITS.messageBytes() + 1));
        assertThat(passed).allMatch(each -> each.length <= LIMITS.messageBytes());
    }

    /** What passes where a guest writes so much, in writes as long as WASI permits. */
    private static List<byte[]> say(Limits limits, long bytes) throws IOException {
        List<byte[]> passed = new ArrayList<>();
        WasiContext context = WasiContext.builder().limits(limits).stdout(passed::add).build();
        try (Guest guest = Guest.of(ENGINE, "hungry.wasm", context)) {
            guest.call(
                    "say", u32(Math.min(bytes, 1 << 20)), u32(bytes >> 20 == 0 ? 1 : bytes >> 20));
            if (bytes >> 20 != 0 && bytes % (1 << 20) != 0) {
                guest.call("say", u32(bytes % (1 << 20)), u32(1));
            }
        }
        return passed;
    }

    static Stream<Arguments> outputRate() {
        return around(LIMITS.outputRate());
    }

    @ParameterizedTest
    @MethodSource
    void outputRate(long bytes, boolean allowed) {
        long[] now = {5};
        OutputBudget budget = new OutputBudget(LIMITS, () -> now[0]);
        assertThat(budget.take(bytes)).isEqualTo(Math.min(bytes, LIMITS.outputRate()));
        if (!allowed) {
            assertThat(budget.told().orElseThrow())
                    .isEqualTo("more than 1048576 bytes of output in a second (limit outputRate)");
            assertThat(budget.told()).isEmpty();
            now[0] += 999_999_999;
            assertThat(budget.take(1)).isZero();
        }
        now[0] += 1_000_000_000;
        assertThat(budget.take(bytes)).isEqualTo(Math.min(bytes, LIMITS.outputRate()));
    }

    static Stream<Arguments> memoryBytes() {
        return around(LIMITS.memoryBytes() >> 16);
    }

    /** In pages. A guest is told that there is no more, as WebAssembly has it, and goes on. */
    @ParameterizedTest
    @MethodSource
    void memoryBytes(long pages, boolean allowed) throws IOException {
        try (Guest guest = hungry()) {
            int before = number(guest.call("memory", u32(0)));
            int grown = number(guest.call("memory", u32(pages - before)));
            assertThat(grown).isEqualTo(allowed ? before : -1);
        }
        control();
    }

    private static int number(@Nullable Val value) {
        return ((Val.S32) Objects.requireNonNull(value)).value();
    }

    static Stream<Arguments> tableElements() {
        return around(LIMITS.tableElements());
    }

    @ParameterizedTest
    @MethodSource
    void tableElements(long elements, boolean allowed) throws IOException {
        try (Guest guest = hungry()) {
            int grown = number(guest.call("table", u32(elements - 1)));
            assertThat(grown).isEqualTo(allowed ? 1 : -1);
        }
        control();
    }

    static Stream<Arguments> coreInstances() {
        return around(LIMITS.coreInstances());
    }

    @ParameterizedTest
    @MethodSource
    void coreInstances(long count, boolean allowed) throws IOException {
        byte[] binary = ofCoreInstances((int) count);
        WasiContext context = Guest.limited(LIMITS);
        if (allowed) {
            new Guest(ENGINE, binary, context).close();
        } else {
            assertThatThrownBy(() -> new Guest(ENGINE, binary, context))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("(limit coreInstances)");
        }
        control();
    }

    /** A component of one empty module and so many instances of it. */
    private static byte[] ofCoreInstances(int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
        out.writeBytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 1, (byte) module.length});
        out.writeBytes(module);
        out.write(2);
        leb(out, 2 + 3 * count);
        out.write(count & 0x7F | 0x80);
        out.write(count >> 7);
        for (int i = 0; i < count; i++) {
            out.writeBytes(new byte[] {0, 0, 0});
        }
        return out.toByteArray();
    }

    private static void leb(ByteArrayOutputStream out, int value) {
        out.write(value & 0x7F | 0x80);
        out.write(value >> 7);
    }

    static Stream<Arguments> openFiles() {
        // The grant itself is open, too, and what the guest is handed of it.
        return around(LIMITS.openFiles() - 2);
    }

    @ParameterizedTest
    @MethodSource
    void openFiles(long count, boolean allowed) throws IOException {
        Preopen preopen = Preopen.directory(box, "/box", Preopen.Access.READ_ONLY);
        WasiContext context = WasiContext.builder().limits(LIMITS).preopen(preopen).build();
        check(context, allowed, "openFiles", guest -> guest.call("files", u32(count)));
    }

    private final List<String> notes = new ArrayList<>();

    private Guest.Ended fill(String what, long count, String... more) throws IOException {
        Preopen preopen =
                Preopen.directory(box, "/box", Preopen.Access.READ_WRITE)
                        .withQuotaBytes(LIMITS.temporaryBytes())
                        .withQuotaEntries(LIMITS.temporaryEntries());
        WasiContext.Builder context =
                WasiContext.builder().limits(LIMITS).preopen(preopen).onLimit(notes::add);
        String[] arguments =
                Stream.concat(Stream.of(what, String.valueOf(count)), Stream.of(more))
                        .toArray(String[]::new);
        return Guest.run(ENGINE, "fill.wasm", context, arguments);
    }

    static Stream<Arguments> temporaryBytes() {
        // The file is an entry, too.
        return around(LIMITS.temporaryBytes() - Preopen.ENTRY_BYTES);
    }

    @ParameterizedTest
    @MethodSource
    void temporaryBytes(long bytes, boolean allowed) throws IOException {
        Guest.Ended ended = fill("bytes", bytes);
        if (allowed) {
            assertThat(ended).isEqualTo(new Guest.Ended(0, "0 all\n"));
            assertThat(notes).isEmpty();
        } else {
            assertThat(ended).isEqualTo(new Guest.Ended(1, "0 Quota exceeded\n"));
            assertThat(notes)
                    .containsExactly(
                            "more than 268435456 bytes of files were added (limit temporaryBytes)");
        }
        assertThat(box.resolve("file")).hasSize(allowed ? bytes : 0);
        control();
    }

    static Stream<Arguments> temporaryEntries() {
        return around(LIMITS.temporaryEntries());
    }

    @ParameterizedTest
    @MethodSource
    void temporaryEntries(long count, boolean allowed) throws IOException {
        if (count > LIMITS.temporaryEntries() + 1) {
            // One that does not listen.
            assertThatThrownBy(() -> fill("entries", count, "go on"))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("(limit temporaryEntries)");
        } else if (allowed) {
            assertThat(fill("entries", count)).isEqualTo(new Guest.Ended(0, count + " all\n"));
            assertThat(notes).isEmpty();
        } else {
            Guest.Ended ended = fill("entries", count);
            assertThat(ended).isEqualTo(new Guest.Ended(1, "10000 Quota exceeded\n"));
            assertThat(notes).singleElement().asString().contains("(limit temporaryEntries)");
        }
        control();
    }
}
