package dev.tamias.component.binary;

import static dev.tamias.component.binary.ComponentBytes.ALIAS;
import static dev.tamias.component.binary.ComponentBytes.COMPONENT;
import static dev.tamias.component.binary.ComponentBytes.CORE_INSTANCE;
import static dev.tamias.component.binary.ComponentBytes.CORE_MODULE;
import static dev.tamias.component.binary.ComponentBytes.EXPORT;
import static dev.tamias.component.binary.ComponentBytes.IMPORT;
import static dev.tamias.component.binary.ComponentBytes.INSTANCE;
import static dev.tamias.component.binary.ComponentBytes.TYPE;
import static dev.tamias.component.binary.ComponentBytes.component;
import static dev.tamias.component.binary.ComponentBytes.coreModule;
import static dev.tamias.component.binary.ComponentBytes.number;
import static dev.tamias.component.binary.ComponentBytes.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tamias.component.type.ExternType;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small binaries that state much: what they cost is bounded by the binary's size. */
class BoundsTest {

    /** How often something is repeated: with the rules applied one by one, 10^8 steps and more. */
    private static final int MANY = 10_000;

    /** Near the limit of instances and components in one scope. */
    private static final int CONTAINERS = 900;

    private static final byte[] FUNC = of(0x40, 0, 0x01, 0x00);
    private static final byte[] RESOURCE = of(0x3f, 0x7f, 0x00);

    private static byte[] repeat(int count, IntFunction<byte[]> each) {
        return of(IntStream.range(0, count).mapToObj(each).toArray());
    }

    private static byte[] vec(int count, IntFunction<byte[]> each) {
        return of(number(count), repeat(count, each));
    }

    private static String label(int index) {
        return "n" + Integer.toString(index, 36);
    }

    private static void assertTooMuch(byte[] bytes) {
        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("steps, the limit for its size");
    }

    @Test
    void takes_a_hundred_thousand_aliases() {
        byte[] face = of(0x42, 2, 0x01, FUNC, 0x04, 0x00, "f", 0x01, 0);
        byte[] bytes =
                component()
                        .section(TYPE, 1, face)
                        .section(IMPORT, 1, 0x00, "i", 0x05, 0)
                        .section(ALIAS, vec(10 * MANY, i -> of(0x01, 0x00, 0, "f")))
                        .bytes();

        assertThat(ComponentDecoder.decode(bytes).definitions()).hasSize(10 * MANY + 1);
    }

    @Test
    void takes_names_whose_hashes_collide() {
        // "ar" and "c4" have one hash code, and so have all names made of them.
        IntFunction<String> name =
                i -> {
                    StringBuilder text = new StringBuilder("x");
                    for (int bit = 0; bit < 14; bit++) {
                        text.append((i >> bit & 1) == 0 ? "ar" : "c4");
                    }
                    return text.toString();
                };
        byte[] bytes =
                component()
                        .section(TYPE, 1, FUNC)
                        .section(IMPORT, vec(MANY, i -> of(0x00, name.apply(i), 0x01, 0)))
                        .section(
                                CORE_MODULE,
                                coreModule()
                                        .section(1, 1, 0x60, 0, 0)
                                        .section(2, vec(MANY, i -> of("m", name.apply(i), 0, 0)))
                                        .bytes())
                        .bytes();

        assertThat(ComponentDecoder.decode(bytes).type().imports()).hasSize(MANY);
    }

    @Test
    void shares_the_exports_of_many_instances() {
        byte[] wide =
                component()
                        .section(TYPE, 1, FUNC)
                        .section(IMPORT, 1, 0x00, "f", 0x01, 0)
                        .section(EXPORT, vec(MANY, i -> of(0x00, label(i), 0x01, 0, 0x00)))
                        .bytes();
        byte[] bytes =
                component()
                        .section(COMPONENT, wide)
                        .section(TYPE, 1, FUNC)
                        .section(IMPORT, 1, 0x00, "f", 0x01, 0)
                        .section(INSTANCE, vec(CONTAINERS, i -> of(0x00, 0, 1, "f", 0x01, 0)))
                        .bytes();

        ExternType.InstanceType[] types =
                ComponentDecoder.decode(bytes).definitions().stream()
                        .filter(Definition.Instantiate.class::isInstance)
                        .map(each -> ((Definition.Instantiate) each).type())
                        .toArray(ExternType.InstanceType[]::new);

        assertThat(types).hasSize(CONTAINERS).allMatch(each -> each == types[0]);
    }

    @Test
    void stops_where_many_imports_each_renew_many_types() {
        byte[] wide =
                of(
                        0x42,
                        number(MANY + 1),
                        of(0x04, 0x00, "r", 0x03, 0x01),
                        repeat(MANY, i -> of(0x04, 0x00, label(i), 0x03, 0x00, 0)));

        assertTooMuch(
                component()
                        .section(TYPE, 1, wide)
                        .section(IMPORT, vec(CONTAINERS, i -> of(0x00, label(i), 0x05, 0)))
                        .bytes());
    }

    @Test
    void stops_where_many_core_instances_each_have_many_imports() {
        byte[] module =
                coreModule()
                        .section(1, 1, 0x60, 0, 0)
                        .section(2, vec(MANY, i -> of("m", label(i), 0, 0)))
                        .bytes();
        byte[] given =
                coreModule()
                        .section(1, 1, 0x60, 0, 0)
                        .section(3, 1, 0)
                        .section(7, vec(MANY, i -> of(label(i), 0, 0)))
                        .section(10, 1, 2, 0, 0x0b)
                        .bytes();

        assertTooMuch(
                component()
                        .section(CORE_MODULE, module)
                        .section(CORE_MODULE, given)
                        .section(CORE_INSTANCE, 1, 0x00, 1, 0)
                        .section(CORE_INSTANCE, vec(CONTAINERS, i -> of(0x00, 0, 1, "m", 0x12, 0)))
                        .bytes());
    }

    @Test
    void stops_where_instances_double_with_every_level() {
        byte[] bytes =
                component()
                        .section(TYPE, 1, RESOURCE)
                        .section(EXPORT, 1, 0x00, "r", 0x03, 0, 0x00)
                        .bytes();
        for (int level = 0; level < 40; level++) {
            bytes =
                    component()
                            .section(COMPONENT, bytes)
                            .section(INSTANCE, 2, 0x00, 0, 0, 0x00, 0, 0)
                            .section(
                                    EXPORT,
                                    2,
                                    of(0x00, "a", 0x05, 0, 0x00),
                                    of(0x00, "b", 0x05, 1, 0x00))
                            .bytes();
        }

        assertTooMuch(bytes);
    }

    @Test
    void stops_where_component_types_are_compared_in_both_directions_at_every_level() {
        byte[] type = of(0x41, 0);
        for (int level = 0; level < 45; level++) {
            type = of(0x41, 2, 0x01, type, 0x04, 0x00, "c", 0x03, 0x00, 0);
        }
        byte[] asking =
                component()
                        .section(TYPE, 1, type)
                        .section(IMPORT, 1, 0x00, "t", 0x03, 0x00, 0)
                        .bytes();

        assertTooMuch(
                component()
                        .section(COMPONENT, asking)
                        .section(TYPE, 1, type)
                        .section(INSTANCE, 1, 0x00, 0, 1, "t", 0x03, 0)
                        .bytes());
    }

    @Test
    void stops_where_a_wide_type_gets_many_names() {
        assertTooMuch(
                component()
                        .section(TYPE, 1, 0x72, vec(MANY, i -> of(label(i), 0x7d)))
                        .section(EXPORT, vec(MANY, i -> of(0x00, label(i), 0x03, 0, 0x00)))
                        .bytes());
    }

    @Test
    void refuses_a_binary_at_once_that_announces_more_than_it_has() {
        assertThatExceptionOfType(MalformedComponent.class)
                .isThrownBy(
                        () ->
                                ComponentDecoder.decode(
                                        component()
                                                .section(TYPE, of(0xff, 0xff, 0xff, 0xff, 0x0f))
                                                .bytes()))
                .withMessageContaining("4294967295 elements are announced");
    }
}
