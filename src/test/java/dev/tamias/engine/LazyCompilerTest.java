package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.SplitSizes;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module of 100 functions of about 2,000 bytes each, twelve of which are a group. */
class LazyCompilerTest {

    private static final CoreValType I32 = CoreValType.I32;
    private static final int FUNCTIONS = 100;

    /** Function 1 + i calls function 1 + i / 2, until i is 0; then the host's. */
    private static final CoreBinary MODULE = module();

    private static final TypeSpace TYPES = TypeSpace.of(List.of(MODULE));

    private static CoreBinary module() {
        ModuleBuilder builder =
                new ModuleBuilder()
                        .type(List.of(I32), List.of(I32))
                        .importFunc("host", "first", 0)
                        .mutableGlobal(0);
        for (int i = 0; i < FUNCTIONS; i++) {
            builder.func(0, 0, body(i));
            builder.export("run-" + i, ModuleBuilder.FUNC, 1 + i);
        }
        return builder.func(0, 0, ModuleBuilder.code(0x00))
                .export("trap", ModuleBuilder.FUNC, 1 + FUNCTIONS)
                .build();
    }

    private static byte[] body(int i) {
        BinaryWriter body = new BinaryWriter(2_048).u8(0x20).u8(0);
        for (int each = 0; each < 650; each++) {
            // i32.const, i32.add
            body.u8(0x41).signed(each % 50).u8(0x6a);
        }
        return body.u8(0x10).u8(i == 0 ? 0 : 1 + i / 2).toBytes();
    }

    private static int expected(int i, int argument) {
        int sum = argument;
        for (int each = i; ; each /= 2) {
            sum += IntStream.range(0, 650).map(k -> k % 50).sum();
            if (each == 0) {
                return -sum;
            }
        }
    }

    private static CoreInstance instance(Engine engine) {
        return engine.compile(MODULE, TYPES)
                .instantiate(
                        (module, name) ->
                                CoreFunc.host(
                                        new CoreType.Func(List.of(I32), List.of(I32)),
                                        arguments -> new long[] {-arguments[0]}),
                        Limits.defaults());
    }

    private static int run(CoreInstance instance, int i) {
        return (int) ((CoreFunc) instance.exports().get("run-" + i)).call(1000)[0];
    }

    private static Engine engine(Path cache) {
        return Engine.builder().lazyFrom(0).cacheDirectory(cache).build();
    }

    private static Set<String> groups(Path cache) {
        String key = CompiledModules.key(MODULE, TYPES) + " " + SplitSizes.DEFAULT;
        CompiledCode kept = new CodeCache(cache).get(key, SplitSizes.DEFAULT);
        assertThat(kept).isNotNull();
        return kept.classes().keySet().stream()
                .filter(LazyCompiler::isGroup)
                .map(name -> name.substring(name.lastIndexOf('_') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void only_groups_with_a_function_that_was_called_are_compiled(@TempDir Path directory) {
        Path cache = directory.resolve("code");
        try (Engine engine = engine(cache)) {
            assertThat(run(instance(engine), 3)).isEqualTo(expected(3, 1000));
        }
        assertThat(groups(cache)).containsExactly("0", "1");
        try (Engine engine = engine(cache)) {
            assertThat(run(instance(engine), 99)).isEqualTo(expected(99, 1000));
        }
        // 99, 49, 24, 12 and what they call.
        assertThat(groups(cache)).hasSize(5).contains("0", "1");
        try (Engine engine = engine(cache)) {
            CoreInstance instance = instance(engine);
            for (int i = 0; i < FUNCTIONS; i++) {
                assertThat(run(instance, i)).isEqualTo(expected(i, 1000));
            }
        }
        assertThat(groups(cache)).hasSizeGreaterThan(8);
    }

    @Test
    void code_that_has_not_grown_is_not_written_again(@TempDir Path directory) throws IOException {
        Path cache = directory.resolve("code");
        Object[] files = new Object[2];
        for (int i = 0; i < 2; i++) {
            try (Engine engine = engine(cache)) {
                run(instance(engine), 3);
            }
            try (Stream<Path> all = Files.list(cache)) {
                Path only = all.reduce((one, other) -> directory).orElseThrow();
                files[i] = Files.readAttributes(only, BasicFileAttributes.class).creationTime();
            }
        }
        assertThat(files[1]).isEqualTo(files[0]);
    }

    /** Runs a function on an engine that nobody closes. */
    static final class Runs {

        private Runs() {}

        public static void main(String[] arguments) {
            System.out.println(run(instance(engine(Path.of(arguments[0]))), 3));
        }
    }

    @Test
    void code_is_kept_when_the_JVM_ends_at_once(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path cache = directory.resolve("code");
        Path said = directory.resolve("said");
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Runs.class.getName(),
                                cache.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = java.waitFor(60, TimeUnit.SECONDS);
        java.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(said).content().isEqualToIgnoringNewLines("" + expected(3, 1000));
        assertThat(groups(cache)).containsExactly("0", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0})
    void the_start_function_runs(int lazyFrom) {
        CoreBinary module =
                new ModuleBuilder()
                        .type(List.of(), List.of())
                        .importFunc("host", "started", 0)
                        .func(0, 0, ModuleBuilder.code(0x10, 0))
                        .start(1)
                        .build();
        AtomicInteger started = new AtomicInteger();
        try (Engine engine = Engine.builder().lazyFrom(lazyFrom).build()) {
            engine.compile(module, TypeSpace.of(List.of(module)))
                    .instantiate(
                            (from, name) ->
                                    CoreFunc.host(
                                            new CoreType.Func(List.of(), List.of()),
                                            arguments -> {
                                                started.incrementAndGet();
                                                return new long[0];
                                            }),
                            Limits.defaults());
        }
        assertThat(started).hasValue(1);
    }

    @Test
    void threads_that_need_different_functions_compile_them_at_once() {
        try (Engine engine = Engine.builder().lazyFrom(0).build()) {
            List<CoreInstance> instances =
                    IntStream.range(0, 8).mapToObj(each -> instance(engine)).toList();
            List<Integer> results =
                    IntStream.range(0, 8 * FUNCTIONS)
                            .parallel()
                            .mapToObj(
                                    each -> {
                                        CoreInstance instance = instances.get(each % 8);
                                        synchronized (instance) {
                                            return run(instance, each / 8);
                                        }
                                    })
                            .toList();
            assertThat(results)
                    .isEqualTo(
                            IntStream.range(0, 8 * FUNCTIONS)
                                    .mapToObj(each -> expected(each / 8, 1000))
                                    .toList());
        }
    }

    @Test
    void a_trap_names_the_function_as_the_module_does() {
        try (Engine engine = Engine.builder().lazyFrom(0).build()) {
            CoreFunc trap = (CoreFunc) instance(engine).exports().get("trap");
            assertThatThrownBy(() -> trap.call(1))
                    .isInstanceOf(Trap.class)
                    .satisfies(
                            failure ->
                                    assertThat(GuestStack.of(failure))
                                            .containsExactly("func " + (1 + FUNCTIONS)));
        }
    }

    @Test
    void what_was_forgotten_is_not_written_when_it_grows(@TempDir Path directory) {
        Path cache = directory.resolve("code");
        try (Engine engine = engine(cache)) {
            CoreInstance instance = instance(engine);
            run(instance, 3);
            engine.forgetCode(MODULE, TYPES);
            assertThat(run(instance, 99)).isEqualTo(expected(99, 1000));
        }
        assertThat(cache)
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
    }
}
