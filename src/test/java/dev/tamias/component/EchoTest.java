package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.engine.Engine;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every kind of value into a real component and gets it back. */
class EchoTest {

    private static final String ECHO = "tamias:testing/echo@0.1.0";
    private static final String HOST = "tamias:testing/host@0.1.0";

    private static final Engine ENGINE = Engine.builder().build();
    private static Component component;

    private final List<String> calls = new ArrayList<>();
    private final ResourceTable counters = new ResourceTable(10);
    private final ResourceType counterType =
            ResourceType.host("counter", rep -> counters.remove(rep, Counter.class));
    private Instance instance;

    private static final class Counter {
        private int value;

        Counter(int value) {
            this.value = value;
        }
    }

    @BeforeAll
    static void compile() throws IOException {
        try (InputStream in = EchoTest.class.getResourceAsStream("/plugins/echo/echo.wasm")) {
            component = Component.of(ENGINE, in.readAllBytes());
        }
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @BeforeEach
    void instantiate() {
        instance = linker().instantiate(component);
    }

    private Linker linker() {
        Linker linker = new Linker(ENGINE);
        linker.instance(HOST)
                .resource("counter", counterType)
                .func("[constructor]counter", this::construct)
                .func("[static]counter.doubled", this::doubled)
                .func("[method]counter.add", this::add)
                .func("describe", this::describe)
                .func("join", EchoTest::join);
        return linker;
    }

    private Val construct(List<Val> arguments) {
        return counter(((Val.U32) arguments.get(0)).value());
    }

    private Val doubled(List<Val> arguments) {
        return counter(2 * ((Val.U32) arguments.get(0)).value());
    }

    private Val counter(long start) {
        calls.add("new " + start);
        return new Val.Handle(Resource.own(counterType, counters.push(new Counter((int) start))));
    }

    private Val add(List<Val> arguments) {
        Counter counter = lent(arguments.get(0));
        counter.value += (int) ((Val.U32) arguments.get(1)).value();
        calls.add("add");
        return new Val.U32(counter.value);
    }

    private Val describe(List<Val> arguments) {
        return new Val.Str("a counter at " + lent(arguments.get(0)).value);
    }

    private Counter lent(Val handle) {
        Resource resource = ((Val.Handle) handle).resource();
        assertThat(resource.owned()).isFalse();
        return counters.get(resource.rep(), Counter.class);
    }

    private static Val join(List<Val> arguments) {
        List<Val> parts = ((Val.ListOf) arguments.get(0)).elements();
        return new Val.Str(
                String.join("", parts.stream().map(part -> ((Val.Str) part).value()).toList()));
    }

    private Func func(String name) {
        return instance.func(ECHO, name).orElseThrow();
    }

    private static Val string(String text) {
        return new Val.Str(text);
    }

    private static Val point(int x, double y, String label) {
        return new Val.Record(List.of(new Val.S32(x), new Val.F64(y), string(label)));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of("of-bool", new Val.Bool(true)),
                Arguments.of("of-bool", new Val.Bool(false)),
                Arguments.of("of-s8", new Val.S8(Byte.MIN_VALUE)),
                Arguments.of("of-s8", new Val.S8(Byte.MAX_VALUE)),
                Arguments.of("of-u8", new Val.U8((short) 255)),
                Arguments.of("of-s16", new Val.S16(Short.MIN_VALUE)),
                Arguments.of("of-u16", new Val.U16(65535)),
                Arguments.of("of-s32", new Val.S32(Integer.MIN_VALUE)),
                Arguments.of("of-u32", new Val.U32(0xffffffffL)),
                Arguments.of("of-s64", new Val.S64(Long.MIN_VALUE)),
                Arguments.of("of-u64", new Val.U64(-1)),
                Arguments.of("of-f32", new Val.F32(Float.MIN_VALUE)),
                Arguments.of("of-f32", new Val.F32(Float.NaN)),
                Arguments.of("of-f64", new Val.F64(-0.0)),
                Arguments.of("of-f64", new Val.F64(Double.NEGATIVE_INFINITY)),
                Arguments.of("of-char", new Val.Char(0)),
                Arguments.of("of-char", new Val.Char(0xd7ff)),
                Arguments.of("of-char", new Val.Char(0x10ffff)),
                Arguments.of("of-color", new Val.EnumCase(2)),
                Arguments.of("of-toppings", new Val.Flags(0)),
                Arguments.of("of-toppings", new Val.Flags(0x3ff)));
    }

    static Stream<Arguments> compounds() {
        Val shapes =
                new Val.ListOf(
                        List.of(
                                new Val.Variant(0, new Val.F32(1.5f)),
                                new Val.Variant(1, new Val.U64(-2)),
                                new Val.Variant(2, string("three")),
                                new Val.Variant(3, point(-1, Double.MAX_VALUE, "here")),
                                new Val.Variant(4, null)));
        Stream<Arguments> each =
                ((Val.ListOf) shapes).elements().stream().map(it -> Arguments.of("of-shape", it));
        return Stream.concat(
                each,
                Stream.of(
                        Arguments.of("of-shapes", shapes),
                        Arguments.of("of-string", string("")),
                        Arguments.of("of-string", string("\u0000 a \u00ff \uffff \uD83D\uDC3F")),
                        Arguments.of("of-string", string("long ".repeat(20_000))),
                        Arguments.of("of-bytes", new Val.Bytes(new byte[0])),
                        Arguments.of("of-bytes", new Val.Bytes(new byte[1 << 20])),
                        Arguments.of("of-strings", new Val.ListOf(List.of())),
                        Arguments.of(
                                "of-nested",
                                new Val.ListOf(
                                        List.of(
                                                new Val.ListOf(List.of(string("a"), string("b"))),
                                                new Val.ListOf(List.of())))),
                        Arguments.of("of-point", point(7, 0.1, "p")),
                        Arguments.of(
                                "of-points",
                                new Val.ListOf(List.of(point(1, 2, ""), point(3, 4, "q")))),
                        Arguments.of(
                                "of-tuple",
                                new Val.Tuple(
                                        List.of(
                                                new Val.U8((short) 1),
                                                string("t"),
                                                new Val.S64(-1)))),
                        Arguments.of("of-option", Val.Option.NONE),
                        Arguments.of("of-option", new Val.Option(string("some"))),
                        Arguments.of("of-option-option", Val.Option.NONE),
                        Arguments.of("of-option-option", new Val.Option(Val.Option.NONE)),
                        Arguments.of(
                                "of-option-option",
                                new Val.Option(new Val.Option(new Val.U8((short) 9)))),
                        Arguments.of("of-result", Val.Result.ok(new Val.U32(1))),
                        Arguments.of("of-result", Val.Result.err(string("no"))),
                        Arguments.of("of-result-empty", Val.Result.ok(null)),
                        Arguments.of("of-result-empty", Val.Result.err(null))));
    }

    @ParameterizedTest
    @MethodSource({"numbers", "compounds"})
    void hands_back_what_it_is_given(String name, Val value) {
        assertThat(func(name).call(value)).isEqualTo(value);
        assertThat(func(name).call(value)).isEqualTo(value);
    }

    @Test
    void parameters_beyond_sixteen_arrive_through_memory() {
        List<Val> arguments = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            arguments.add(
                    switch (i % 4) {
                        case 0 -> new Val.U8((short) 1);
                        case 1 -> new Val.U16(10);
                        case 2 -> new Val.U32(100);
                        default -> new Val.U64(1000);
                    });
        }
        arguments.add(new Val.U64(50_000));
        assertThat(func("sum-17").call(arguments.toArray(new Val[0])))
                .isEqualTo(new Val.U64(54_444));
    }

    @Test
    void a_guest_uses_and_drops_a_resource_of_the_host() {
        assertThat(func("use-counter").call(new Val.U32(5), new Val.U32(10)))
                .isEqualTo(new Val.U32(25));
        assertThat(calls).containsExactly("new 5", "add", "add");
        assertThat(counters.size()).isZero();
    }

    @Test
    void a_guest_lends_a_resource_to_the_host() {
        assertThat(func("lend-counter").call(new Val.U32(4))).isEqualTo(string("a counter at 8"));
        assertThat(counters.size()).isZero();
    }

    @Test
    void a_guest_calls_the_host_with_a_list() {
        Val parts = new Val.ListOf(List.of(string("left "), string("\u00e9 right")));
        assertThat(func("join-by-host").call(parts)).isEqualTo(string("left \u00e9 right"));
    }

    @Test
    void a_trap_ends_the_instance_and_no_other() {
        Instance second = linker().instantiate(component);
        Func trap = func("trap");
        assertThatThrownBy(trap::call).isInstanceOf(Trap.class).hasMessageContaining("unreachable");
        assertThat(instance.isPoisoned()).isTrue();
        Func echo = func("of-bool");
        assertThatThrownBy(() -> echo.call(new Val.Bool(true)))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot be used after a trap");
        assertThat(second.func(ECHO, "of-bool").orElseThrow().call(new Val.Bool(true)))
                .isEqualTo(new Val.Bool(true));
    }

    @Test
    void what_a_host_function_throws_passes_the_guest_unchanged() {
        RuntimeException thrown = new UnsupportedOperationException("of the host");
        Linker linker = linker();
        linker.instance(HOST)
                .func(
                        "join",
                        arguments -> {
                            throw thrown;
                        });
        instance = linker.instantiate(component);
        Func join = func("join-by-host");
        assertThatThrownBy(() -> join.call(new Val.ListOf(List.of()))).isSameAs(thrown);
        assertThat(instance.isPoisoned()).isTrue();
    }

    @Test
    void a_host_function_cannot_enter_its_caller_again() {
        List<Throwable> caught = new ArrayList<>();
        Linker linker = linker();
        linker.instance(HOST)
                .func(
                        "join",
                        arguments -> {
                            try {
                                func("of-bool").call(new Val.Bool(true));
                            } catch (Trap trap) {
                                caught.add(trap);
                            }
                            return string("done");
                        });
        instance = linker.instantiate(component);
        assertThat(func("join-by-host").call(new Val.ListOf(List.of()))).isEqualTo(string("done"));
        assertThat(caught).hasSize(1);
        assertThat(caught.get(0)).hasMessageContaining("cannot enter component instance");
        assertThat(func("of-bool").call(new Val.Bool(true))).isEqualTo(new Val.Bool(true));
    }

    @Test
    void a_result_larger_than_the_budget_ends_the_instance() {
        instance = linker().instantiate(component, Limits.defaults().withLiftBytes(1000));
        Func echo = func("of-bytes");
        assertThat(echo.call(new Val.Bytes(new byte[1000]))).isInstanceOf(Val.Bytes.class);
        assertThatThrownBy(() -> echo.call(new Val.Bytes(new byte[1001])))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("1000 bytes");
    }

    @Test
    void a_result_is_told_to_a_visitor() {
        List<String> heard = new ArrayList<>();
        ValVisitor visitor =
                new ValVisitor() {
                    @Override
                    public void beginList(int count) {
                        heard.add("list of " + count);
                    }

                    @Override
                    public void string(String value) {
                        heard.add(value);
                    }
                };
        func("of-strings").call(visitor, new Val.ListOf(List.of(string("a"), string("b"))));
        assertThat(heard).containsExactly("list of 2", "a", "b");
        List<Integer> flags = new ArrayList<>();
        ValVisitor flat =
                new ValVisitor() {
                    @Override
                    public void flags(int bits) {
                        flags.add(bits);
                    }
                };
        func("of-toppings").call(flat, new Val.Flags(5));
        assertThat(flags).containsExactly(5);
    }

    @Test
    void memory_is_freed_after_each_call() {
        Func echo = func("of-bytes");
        byte[] bytes = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        // 256 MiB is the guest's limit; without post-return it would be reached after 2,600 calls.
        for (int i = 0; i < 3_000; i++) {
            echo.call(new Val.Bytes(bytes));
        }
        assertThat(instance.isPoisoned()).isFalse();
    }

    @Test
    void refuses_a_wrong_number_of_arguments_before_it_enters() {
        Func echo = func("of-bool");
        assertThatIllegalArgumentException().isThrownBy(echo::call);
        assertThat(echo.call(new Val.Bool(true))).isEqualTo(new Val.Bool(true));
    }

    @Test
    void names_all_imports_that_are_missing() {
        Linker empty = new Linker(ENGINE);
        empty.instance(HOST).func("join", EchoTest::join);
        assertThat(empty.missing(component))
                .containsExactlyInAnyOrder(
                        "\"" + HOST + "#counter\" (resource)",
                        "\"" + HOST + "#[constructor]counter\" (function)",
                        "\"" + HOST + "#[static]counter.doubled\" (function)",
                        "\"" + HOST + "#[method]counter.add\" (function)",
                        "\"" + HOST + "#describe\" (function)");
        assertThatThrownBy(() -> empty.instantiate(component))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("describe")
                .hasMessageContaining("[constructor]counter");
    }

    @Test
    void finds_exports_by_a_compatible_version() {
        assertThat(instance.func("tamias:testing/echo@0.1.7", "of-bool")).isPresent();
        assertThat(instance.func("tamias:testing/echo@0.2.0", "of-bool")).isEmpty();
        assertThat(instance.func("tamias:testing/echo", "of-bool")).isEmpty();
        assertThat(instance.func(ECHO, "of-nothing")).isEmpty();
        assertThat(func("of-bool").type().params()).hasSize(1);
    }

    @Test
    void is_linked_by_a_compatible_version() {
        Linker linker = new Linker(ENGINE);
        linker.instance("tamias:testing/host@0.2.0").func("join", EchoTest::join);
        assertThat(linker.missing(component)).hasSize(6);
        Linker later = new Linker(ENGINE);
        later.instance("tamias:testing/host@0.1.9").func("join", EchoTest::join);
        assertThat(later.missing(component)).hasSize(5);
    }

    @Test
    void counts_core_instances() {
        Limits few = Limits.defaults().withCoreInstances(0);
        assertThatThrownBy(() -> linker().instantiate(component, few))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("core instances");
    }

    @Test
    void instances_on_many_threads_do_not_meet() throws InterruptedException {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Val value = string("thread " + i);
            threads.add(new Thread(() -> echoOften(value, failures)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private void echoOften(Val value, List<Throwable> failures) {
        try {
            Func echo = linker().instantiate(component).func(ECHO, "of-string").orElseThrow();
            for (int i = 0; i < 500; i++) {
                assertThat(echo.call(value)).isEqualTo(value);
            }
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }
}
