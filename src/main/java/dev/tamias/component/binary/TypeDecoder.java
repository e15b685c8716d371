package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.binary.BinaryReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads type definitions into a scope (Binary.md, "Type Definitions"). */
final class TypeDecoder {

    private static final int MAX_FLAGS = 32;

    private final ComponentScope scope;

    TypeDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One {@code type}; appends to the types. */
    void define(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        AnyType type =
                switch (opcode) {
                    case 0x40 -> new AnyType.Func(func(in));
                    case 0x41 ->
                            new AnyType.Component(new TypeScopeDecoder(scope).componentType(in));
                    case 0x42 -> new AnyType.Instance(new TypeScopeDecoder(scope).instanceType(in));
                    case 0x3f ->
                            new AnyType.Resource(new ResourceDecoder(scope).define(in, offset));
                    case 0x43 -> throw BrokenRule.unsupported(offset, "async function type");
                    case 0x3e -> throw BrokenRule.unsupported(offset, "async resource destructor");
                    default -> new AnyType.Value(defined(in, offset, opcode));
                };
        scope.state.facts.check(offset, type);
        scope.types.add(offset, type);
    }

    private ValType defined(BinaryReader in, int offset, int opcode) {
        return switch (opcode) {
            case 0x72 -> record(in);
            case 0x71 -> variant(in);
            case 0x70 -> new ListType(value(in));
            case 0x6f -> tuple(in);
            case 0x6e -> flags(in);
            case 0x6d -> new EnumType(labels(in, "enum case"));
            case 0x6b -> new OptionType(value(in));
            case 0x6a -> new ResultType(payload(in), payload(in));
            case 0x69 -> new OwnType(resource(in));
            case 0x68 -> new BorrowType(resource(in));
            case 0x67 -> throw BrokenRule.unsupported(offset, "list of fixed length");
            case 0x66 -> throw BrokenRule.unsupported(offset, "stream type");
            case 0x65 -> throw BrokenRule.unsupported(offset, "future type");
            case 0x63 -> throw BrokenRule.unsupported(offset, "map type");
            default -> {
                ValType primitive = primitive(offset, opcode);
                if (primitive == null) {
                    throw Tokens.unknown(offset, opcode, "type");
                }
                yield primitive;
            }
        };
    }

    private static @Nullable ValType primitive(int offset, int opcode) {
        if (opcode == 0x64) {
            throw BrokenRule.unsupported(offset, "error-context type");
        }
        // The codes count down from bool, in the order of the enum.
        int ordinal = 0x7f - opcode;
        PrimType[] all = PrimType.values();
        return ordinal >= 0 && ordinal < all.length ? all[ordinal] : null;
    }

    /** A {@code valtype}: a primitive one or an index. */
    ValType value(BinaryReader in) {
        int offset = in.position();
        ValType primitive = primitive(offset, in.peek());
        if (primitive != null) {
            in.u8();
            return primitive;
        }
        long index = in.signed(33);
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw BrokenRule.malformed(offset, "no value type is here");
        }
        if (scope.types.get(offset, (int) index) instanceof AnyType.Value value) {
            return value.type();
        }
        throw BrokenRule.invalid(offset, "type " + index + " is no value type");
    }

    private @Nullable ValType payload(BinaryReader in) {
        return Tokens.present(in) ? value(in) : null;
    }

    /** A type index that is to be of a resource type. */
    ResourceId resource(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        if (scope.types.get(offset, index) instanceof AnyType.Resource resource) {
            return resource.id();
        }
        throw BrokenRule.invalid(offset, "type " + index + " is no resource type");
    }

    private String label(BinaryReader in, String title, Set<String> taken) {
        int offset = in.position();
        return ExternNames.label(offset, Tokens.name(in, scope.state.limits), title, taken);
    }

    private static int someCount(BinaryReader in, String title) {
        int offset = in.position();
        int count = in.count();
        if (count == 0) {
            throw BrokenRule.invalid(offset, "a type has no " + title);
        }
        return count;
    }

    private RecordType record(BinaryReader in) {
        int count = someCount(in, "record field");
        List<RecordType.Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            fields.add(new RecordType.Field(label(in, "record field", taken), value(in)));
        }
        return new RecordType(fields);
    }

    private VariantType variant(BinaryReader in) {
        int count = someCount(in, "variant case");
        List<VariantType.Case> cases = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            cases.add(new VariantType.Case(label(in, "variant case", taken), payload(in)));
            Tokens.expect(in, 0x00, "end of a variant case");
        }
        return new VariantType(cases);
    }

    private TupleType tuple(BinaryReader in) {
        int count = someCount(in, "tuple element");
        List<ValType> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(value(in));
        }
        return new TupleType(elements);
    }

    private FlagsType flags(BinaryReader in) {
        int offset = in.position();
        List<String> labels = labels(in, "flag");
        if (labels.size() > MAX_FLAGS) {
            throw BrokenRule.invalid(offset, "a flags type has more than " + MAX_FLAGS + " labels");
        }
        return new FlagsType(labels);
    }

    private List<String> labels(BinaryReader in, String title) {
        int count = someCount(in, title);
        List<String> labels = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            labels.add(label(in, title, taken));
        }
        return labels;
    }

    private FuncType func(BinaryReader in) {
        int count = in.count();
        List<FuncType.Param> params = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            params.add(new FuncType.Param(label(in, "parameter", taken), value(in)));
        }
        return new FuncType(params, result(in));
    }

    private @Nullable ValType result(BinaryReader in) {
        int offset = in.position();
        int form = in.u8();
        if (form == 0x01) {
            Tokens.expect(in, 0x00, "list of no results");
            return null;
        }
        if (form != 0x00) {
            throw Tokens.unknown(offset, form, "list of results");
        }
        ValType result = value(in);
        if (scope.state.facts.of(result).borrows()) {
            throw BrokenRule.invalid(offset, "a function returns a borrow");
        }
        return result;
    }
}
