package dev.tamias.component.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that go from the host to a component, from there to another, and all the way back. */
class EncodingsTest {

    private static final List<String> ENCODINGS = List.of("utf8", "utf16", "latin1");
    private static final int ROUNDS = 100;

    /** Where long strings are cut while they are copied. */
    private static final int BLOCK = 1 << 16;

    private static Engine engine;
    private static Component component;

    @BeforeAll
    static void load() throws IOException {
        engine = Engine.builder().build();
        try (InputStream in =
                EncodingsTest.class.getResourceAsStream("/components/abi/encodings.wasm")) {
            component = Component.of(engine, in.readAllBytes());
        }
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<String> pairs() {
        return ENCODINGS.stream().flatMap(a -> ENCODINGS.stream().map(b -> a + "-" + b));
    }

    private static Func func(String pair, String name) {
        Instance instance = new Linker(engine).instantiate(component);
        return instance.func(pair, name).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_value_of_many_types_comes_back(String pair) {
        Func echo = func(pair, "echo");
        ValType item = echo.type().params().get(0).type();
        RandomValues random = new RandomValues(pair.hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            Val value = random.value(item);
            assertThat(echo.call(value)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void text_comes_back_before_the_callee_spoils_it(String pair) {
        Func echo = func(pair, "text");
        for (String text : texts()) {
            Val value = new Val.Str(text);
            Val result = echo.call(value, Val.s8(-5), Val.some(Val.f32(1.5f)));
            assertThat(result).isEqualTo(value);
        }
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String piece : List.of("", "a", "\u00e9", "\u20ac", "\ud83d\udc3f")) {
            texts.add(piece);
            texts.add("plain " + piece);
            texts.add(piece + "x\u00ff" + piece);
            for (int i = -4; i <= 1; i++) {
                texts.add("a".repeat(BLOCK + i) + piece.repeat(3));
                texts.add("a".repeat(BLOCK / 2 + i) + piece.repeat(3));
            }
        }
        return texts;
    }
}
