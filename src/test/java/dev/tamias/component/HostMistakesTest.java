package dev.tamias.component;

import static dev.tamias.component.LinkingComponents.call;
import static dev.tamias.component.LinkingComponents.component;
import static dev.tamias.component.LinkingComponents.instantiate;
import static dev.tamias.component.LinkingComponents.linker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.Trap;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the host is told where it hands a guest a value of the wrong type. */
class HostMistakesTest {

    private static final ResourceType THING = ResourceType.host("thing", rep -> {});
    private static final ResourceType OTHER = ResourceType.host("other", rep -> {});
    private static final EnumType COLOR = new EnumType(List.of("red", "green"));
    private static final FlagsType ACCESS = new FlagsType(List.of("read", "write"));
    private static final RecordType POINT =
            new RecordType(
                    List.of(
                            new RecordType.Field("x", PrimType.U32),
                            new RecordType.Field("name", PrimType.STRING)));
    private static final VariantType SHAPE =
            new VariantType(
                    List.of(
                            new VariantType.Case("circle", PrimType.U32),
                            new VariantType.Case("empty", null)));

    private static Instance adder(HostFunc twice) {
        Linker linker = linker();
        linker.root().func("twice", twice);
        linker.instance("tamias:linking/math@0.2.3").func("add", arguments -> arguments.get(0));
        return linker.instantiate(component("adder"));
    }

    @Test
    void a_host_function_that_returns_another_type_ends_the_guest() {
        Instance adder = adder(arguments -> Val.string("two"));
        assertThatExceptionOfType(WrongHostResult.class)
                .isThrownBy(() -> call(adder, "run", Val.u32(1)))
                .isInstanceOf(HostException.class)
                .withMessageContaining("\"twice\"")
                .withMessageContaining("func(n: u32) -> u32")
                .withMessageContaining("a string is given for u32")
                .satisfies(
                        wrong -> {
                            assertThat(wrong.function()).isEqualTo("twice");
                            assertThat(wrong.trouble()).isEqualTo(Trouble.LINK);
                        });
        assertThat(adder.isPoisoned()).isTrue();
        assertThatThrownBy(() -> call(adder, "run", Val.u32(1))).isInstanceOf(Trap.class);
    }

    @Test
    void a_host_function_that_returns_nothing_ends_the_guest() {
        Instance adder = adder(arguments -> null);
        assertThatExceptionOfType(WrongHostResult.class)
                .isThrownBy(() -> call(adder, "run", Val.u32(1)))
                .withMessageContaining("nothing is given for u32");
        assertThat(adder.isPoisoned()).isTrue();
    }

    @Test
    void a_host_function_that_returns_something_for_nothing_ends_the_guest() {
        Linker linker = linker();
        linker.instance("tamias:linking/files")
                .resource("file", THING)
                .func("[constructor]file", arguments -> Val.handle(Resource.own(OTHER, 1)))
                .func("start", arguments -> Val.bool(true));
        assertThatExceptionOfType(WrongHostResult.class)
                .isThrownBy(() -> linker.instantiate(component("files")))
                .withMessageContaining("\"tamias:linking/files#[constructor]file\"")
                .withMessageContaining("a resource other of another type is given for own<");
    }

    @Test
    void a_wrong_argument_is_refused_and_harms_nobody() {
        Instance adder = adder(arguments -> arguments.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(adder, "run", Val.s32(1)))
                .withMessage("parameter \"n\" of \"run\": an s32 is given for u32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(adder, "run"))
                .withMessage("\"run\" takes 1 argument and was given 0: func(n: u32) -> u32");
        assertThat(adder.isPoisoned()).isFalse();
        assertThat(call(adder, "run", Val.u32(4))).isEqualTo(Val.u32(4));
    }

    @Test
    void a_resource_of_another_instance_is_refused() {
        String shapes = "tamias:linking/shapes@1.2.0";
        Instance one = instantiate("provider").instance(shapes).orElseThrow();
        Instance other = instantiate("provider").instance(shapes).orElseThrow();
        Val thing = call(one, "make", Val.u32(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(other, "value", thing))
                .withMessageContaining("parameter \"of\" of \"value\"");
        assertThat(call(one, "value", thing)).isEqualTo(Val.u32(1));
    }

    static List<Arguments> mismatches() {
        Resource dropped = Resource.own(THING, 1);
        dropped.drop();
        return List.of(
                Arguments.of(PrimType.BOOL, Val.u8(1), "a u8 is given for bool"),
                Arguments.of(PrimType.U8, new Val.U8((short) 256), "256 is no u8"),
                Arguments.of(PrimType.U16, new Val.U16(-1), "-1 is no u16"),
                Arguments.of(PrimType.U32, new Val.U32(1L << 32), "4294967296 is no u32"),
                Arguments.of(PrimType.CHAR, Val.character(0xd800), "55296 is no char"),
                Arguments.of(PrimType.CHAR, Val.character(0x110000), "1114112 is no char"),
                Arguments.of(PrimType.S64, Val.u64(1), "a u64 is given for s64"),
                Arguments.of(
                        new ListType(PrimType.U8),
                        Val.list(Val.u8(1)),
                        "a list is given for list<u8>"),
                Arguments.of(
                        new ListType(PrimType.U16),
                        Val.bytes((byte) 1),
                        "bytes are given for list<u16>"),
                Arguments.of(
                        new ListType(PrimType.STRING),
                        Val.list(Val.string("a"), Val.u8(1)),
                        "in element 1: a u8 is given for string"),
                Arguments.of(
                        POINT,
                        Val.record(Val.u32(1), Val.u32(2)),
                        "in field \"name\": a u32 is given for string"),
                Arguments.of(POINT, Val.record(Val.u32(1)), "1 value is given for " + POINT),
                Arguments.of(POINT, Val.tuple(Val.u32(1)), "a tuple is given for " + POINT),
                Arguments.of(
                        new TupleType(List.of(PrimType.U8)),
                        Val.tuple(Val.u8(1), Val.u8(2)),
                        "2 values are given for tuple<u8>"),
                Arguments.of(SHAPE, new Val.Variant(2, null), "there is no case 2 in " + SHAPE),
                Arguments.of(
                        SHAPE, new Val.Variant(0, null), "case \"circle\" is given no payload"),
                Arguments.of(
                        SHAPE, new Val.Variant(1, Val.u8(1)), "case \"empty\" is given a payload"),
                Arguments.of(COLOR, new Val.EnumCase(2), "there is no case 2 in " + COLOR),
                Arguments.of(COLOR, new Val.EnumCase(-1), "there is no case -1 in " + COLOR),
                Arguments.of(ACCESS, new Val.Flags(4), "flag 2 is none of " + ACCESS),
                Arguments.of(
                        new OptionType(PrimType.U8),
                        Val.some(Val.none()),
                        "in case \"some\": an option is given for u8"),
                Arguments.of(
                        new ResultType(PrimType.U8, null),
                        Val.err(Val.u8(1)),
                        "case \"error\" is given a payload"),
                Arguments.of(
                        new OwnType(THING.id()),
                        Val.handle(Resource.own(OTHER, 1)),
                        "a resource other of another type is given for own<thing>"),
                Arguments.of(
                        new OwnType(THING.id()),
                        Val.handle(Resource.borrow(THING, 1)),
                        "a borrowed resource is given for own<thing>"),
                Arguments.of(
                        new BorrowType(THING.id()),
                        Val.handle(dropped),
                        "the resource thing was dropped"),
                Arguments.of(
                        PrimType.U32,
                        Val.handle(Resource.own(THING, 1)),
                        "a handle is given for u32"));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void a_value_of_another_type_is_told_from_one_of_it(ValType type, Val value, String reason) {
        assertThat(new ValMatching(ResourceScope.host()).mismatch(value, type)).isEqualTo(reason);
    }

    static List<Arguments> matches() {
        return List.of(
                Arguments.of(PrimType.U8, Val.u8(255)),
                Arguments.of(PrimType.U32, Val.u32(0xffffffffL)),
                Arguments.of(PrimType.U64, Val.u64(-1)),
                Arguments.of(PrimType.CHAR, Val.character(0x10ffff)),
                Arguments.of(new ListType(PrimType.U8), Val.bytes()),
                Arguments.of(new ListType(PrimType.U32), Val.list()),
                Arguments.of(POINT, Val.record(Val.u32(1), Val.string("p"))),
                Arguments.of(SHAPE, Val.variant(SHAPE, "empty", null)),
                Arguments.of(COLOR, Val.enumCase(COLOR, "green")),
                Arguments.of(ACCESS, Val.flags(ACCESS, "read", "write")),
                Arguments.of(
                        new FlagsType(java.util.Collections.nCopies(32, "f")), new Val.Flags(-1)),
                Arguments.of(new OptionType(PrimType.U8), Val.none()),
                Arguments.of(new ResultType(null, PrimType.U8), Val.ok()),
                Arguments.of(new ResultType(null, PrimType.U8), Val.err(Val.u8(3))),
                Arguments.of(new OwnType(THING.id()), Val.handle(Resource.own(THING, 1))),
                Arguments.of(new BorrowType(THING.id()), Val.handle(Resource.own(THING, 1))),
                Arguments.of(new BorrowType(THING.id()), Val.handle(Resource.borrow(THING, 1))));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void a_value_of_the_type_matches(ValType type, Val value) {
        assertThat(new ValMatching(ResourceScope.host()).mismatch(value, type)).isNull();
    }
}
