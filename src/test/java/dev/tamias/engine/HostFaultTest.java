package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFaultTest {

    private static final CoreType.Func PLAIN = new CoreType.Func(List.of(), List.of());

    /** Calls the host directly, and through a table. */
    private static final CoreBinary GUEST =
            new ModuleBuilder()
                    .type(List.of(), List.of())
                    .importFunc("host", "fail", 0)
                    .table(1)
                    .func(0, 0, ModuleBuilder.code(0x10, 0))
                    .func(0, 0, ModuleBuilder.code(0x41, 0, 0x11, 0, 0))
                    .element(0, 0)
                    .export("direct", ModuleBuilder.FUNC, 1)
                    .export("indirect", ModuleBuilder.FUNC, 2)
                    .export("itself", ModuleBuilder.FUNC, 0)
                    .build();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_host_throws_passes_through_a_guest_as_it_is(boolean compiling) {
        List<RuntimeException> thrown =
                List.of(
                        new IndexOutOfBoundsException("the host's own"),
                        new NullPointerException(),
                        new Trap("a rule of the interface"),
                        new LimitExceeded("too much"));
        for (RuntimeException each : thrown) {
            try (Engine engine = Engine.builder().compiling(compiling).build()) {
                CoreInstance instance =
                        engine.compile(GUEST, TypeSpace.of(List.of(GUEST)))
                                .instantiate(
                                        (module, name) ->
                                                CoreFunc.host(
                                                        PLAIN,
                                                        arguments -> {
                                                            throw each;
                                                        }),
                                        Limits.defaults());
                for (String name : List.of("direct", "indirect", "itself")) {
                    CoreFunc func = (CoreFunc) instance.exports().get(name);
                    assertThatThrownBy(func::call).isSameAs(each);
                }
            }
        }
    }
}
