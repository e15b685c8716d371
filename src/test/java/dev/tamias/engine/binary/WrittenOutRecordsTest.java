package dev.tamias.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.type.EnumType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records whose methods are written out compare all of their parts, as the JVM's would. */
class WrittenOutRecordsTest {

    private static final List<CoreValType> I32 = List.of(CoreValType.I32);
    private static final List<CoreValType> F64 = List.of(CoreValType.F64);
    private static final DefinedType DEFINED =
            new DefinedType("0123456789", 0, DefinedType.Kind.FUNC, null);

    private static CoreType.Func func() {
        return new CoreType.Func(I32, F64, DEFINED);
    }

    private static TypeGroup group() {
        return new TypeGroup(List.of(0x60, 0, 0), List.of(TypeGroup.Kind.FUNCTION));
    }

    private static EnumType labels() {
        return new EnumType(List.of("a", "b"));
    }

    /** Two that are equal, and others that are not, a part different in each. */
    static List<List<Object>> alike() {
        return List.of(
                List.of(
                        func(),
                        func(),
                        new CoreType.Func(F64, F64, DEFINED),
                        new CoreType.Func(I32, I32, DEFINED),
                        new CoreType.Func(I32, F64, null)),
                List.of(
                        group(),
                        group(),
                        new TypeGroup(List.of(0x60, 0, 1), group().kinds()),
                        new TypeGroup(group().form(), List.of(TypeGroup.Kind.OBJECT))),
                List.of(labels(), labels(), new EnumType(List.of("b", "a"))));
    }

    @ParameterizedTest
    @MethodSource("alike")
    void all_parts_count(List<Object> records) {
        Object first = records.get(0);
        assertThat(records.get(1)).isEqualTo(first).hasSameHashCodeAs(first).isNotSameAs(first);
        assertThat(records.subList(2, records.size())).doesNotContain(first);
        assertThat(first).isNotEqualTo(null).isNotEqualTo("another");
    }

    @Test
    void sizes_are_written_as_in_the_names_of_kept_code() {
        assertThat(new SplitSizes(4, 3, 2, List.of(1, 0)))
                .hasToString("SplitSizes[from=4, target=3, longest=2, shortest=[1, 0]]");
    }
}
