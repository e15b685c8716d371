package dev.tamias.component.property;

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
import dev.tamias.engine.binary.BinaryWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes types into a scope, a component's or an instance type's. Types that must have names are
 * exported as {@code t0}, {@code t1} and so on, in the order in which they are met.
 */
abstract class TypeWriter {

    private int types;
    private int names;
    private final int resource;

    /**
     * @param types how many the scope has already
     * @param resource the index of the one resource type there
     */
    TypeWriter(int types, int resource) {
        this.types = types;
        this.resource = resource;
    }

    /** Adds a definition to the scope. */
    abstract void define(byte[] type);

    /** Exports a type of the scope, by which it gets another index. */
    abstract void export(String name, int type);

    /** How many types the scope has. */
    final int count() {
        return types;
    }

    /** A function's type. */
    final int func(List<ValType> params, @Nullable ValType result) {
        BinaryWriter out = new BinaryWriter(32).u8(0x40).u32(params.size());
        for (int i = 0; i < params.size(); i++) {
            byte[] type = reference(params.get(i));
            ComponentWriter.name(out, "p" + i).bytes(type);
        }
        if (result == null) {
            out.u8(1).u8(0);
        } else {
            out.u8(0).bytes(reference(result));
        }
        return add(out);
    }

    final int add(BinaryWriter type) {
        define(type.toBytes());
        return types++;
    }

    private int addNamed(BinaryWriter type) {
        int unnamed = add(type);
        export("t" + names++, unnamed);
        return types++;
    }

    /** A value type where one is mentioned; adds to the scope what it takes. */
    private byte[] reference(ValType type) {
        if (type instanceof PrimType prim) {
            return new byte[] {(byte) (0x7f - prim.ordinal())};
        }
        return new BinaryWriter(4).signed(index(type)).toBytes();
    }

    private int index(ValType type) {
        if (type instanceof ListType list) {
            return add(new BinaryWriter(8).u8(0x70).bytes(reference(list.element())));
        }
        if (type instanceof OptionType option) {
            return add(new BinaryWriter(8).u8(0x6b).bytes(reference(option.element())));
        }
        if (type instanceof ResultType result) {
            byte[] ok = optional(result.ok());
            return add(new BinaryWriter(16).u8(0x6a).bytes(ok).bytes(optional(result.err())));
        }
        if (type instanceof TupleType tuple) {
            BinaryWriter out = new BinaryWriter(16).u8(0x6f).u32(tuple.elements().size());
            tuple.elements().forEach(each -> out.bytes(reference(each)));
            return add(out);
        }
        if (type instanceof OwnType || type instanceof BorrowType) {
            return add(new BinaryWriter(4).u8(type instanceof OwnType ? 0x69 : 0x68).u32(resource));
        }
        return addNamed(nominal(type));
    }

    private byte[] optional(@Nullable ValType type) {
        return type == null
                ? new byte[] {0}
                : new BinaryWriter(4).u8(1).bytes(reference(type)).toBytes();
    }

    private BinaryWriter nominal(ValType type) {
        if (type instanceof RecordType record) {
            BinaryWriter out = new BinaryWriter(64).u8(0x72).u32(record.fields().size());
            for (RecordType.Field each : record.fields()) {
                byte[] field = reference(each.type());
                ComponentWriter.name(out, each.name()).bytes(field);
            }
            return out;
        }
        if (type instanceof VariantType variant) {
            BinaryWriter out = new BinaryWriter(64).u8(0x71).u32(variant.cases().size());
            for (VariantType.Case each : variant.cases()) {
                byte[] payload = optional(each.payload());
                ComponentWriter.name(out, each.name()).bytes(payload).u8(0);
            }
            return out;
        }
        return type instanceof EnumType labels
                ? labels(0x6d, labels.labels())
                : labels(0x6e, ((FlagsType) type).labels());
    }

    private static BinaryWriter labels(int opcode, List<String> labels) {
        BinaryWriter out = new BinaryWriter(64).u8(opcode).u32(labels.size());
        labels.forEach(each -> ComponentWriter.name(out, each));
        return out;
    }
}
