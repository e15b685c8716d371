package dev.tamias.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a value that is there already, in the events by which {@link Codec#visit} tells one. */
public final class ValEvents {

    private final ValVisitor visitor;

    private ValEvents(ValVisitor visitor) {
        this.visitor = visitor;
    }

    /** Tells {@code v} to {@code visitor}. */
    public static void replay(Val v, ValVisitor visitor) {
        new ValEvents(visitor).tell(v);
    }

    private void tell(Val v) {
        if (v instanceof Val.Str string) {
            visitor.string(string.value());
        } else if (v instanceof Val.Bytes bytes) {
            visitor.bytes(bytes.value());
        } else if (v instanceof Val.ListOf list) {
            visitor.beginList(list.elements().size());
            list.elements().forEach(this::tell);
            visitor.endList();
        } else if (v instanceof Val.Record record) {
            tellFields(record.fields());
        } else if (v instanceof Val.Tuple tuple) {
            tellFields(tuple.elements());
        } else if (v instanceof Val.Handle handle) {
            visitor.handle(handle.resource());
        } else if (!tellCase(v)) {
            tellScalar(v);
        }
    }

    private void tellFields(List<Val> fields) {
        visitor.beginRecord(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            visitor.field(i);
            tell(fields.get(i));
        }
        visitor.endRecord();
    }

    private boolean tellCase(Val v) {
        if (v instanceof Val.Variant variant) {
            visitor.variant(variant.index(), variant.payload() != null);
            tellPayload(variant.payload());
        } else if (v instanceof Val.Option option) {
            visitor.option(option.value() != null);
            tellPayload(option.value());
        } else if (v instanceof Val.Result result) {
            visitor.result(result.isOk(), result.value() != null);
            tellPayload(result.value());
        } else if (v instanceof Val.EnumCase label) {
            visitor.enumCase(label.index());
        } else if (v instanceof Val.Flags flags) {
            visitor.flags(flags.bits());
        } else {
            return false;
        }
        return true;
    }

    private void tellPayload(@Nullable Val payload) {
        if (payload != null) {
            tell(payload);
        }
    }

    private void tellScalar(Val v) {
        if (v instanceof Val.Bool bool) {
            visitor.bool(bool.value());
        } else if (v instanceof Val.S8 number) {
            visitor.s8(number.value());
        } else if (v instanceof Val.U8 number) {
            visitor.u8(number.value());
        } else if (v instanceof Val.S16 number) {
            visitor.s16(number.value());
        } else if (v instanceof Val.U16 number) {
            visitor.u16(number.value());
        } else if (v instanceof Val.S32 number) {
            visitor.s32(number.value());
        } else if (v instanceof Val.U32 number) {
            visitor.u32(number.value());
        } else if (v instanceof Val.S64 number) {
            visitor.s64(number.value());
        } else if (v instanceof Val.U64 number) {
            visitor.u64(number.bits());
        } else if (v instanceof Val.F32 number) {
            visitor.f32(number.value());
        } else if (v instanceof Val.F64 number) {
            visitor.f64(number.value());
        } else if (v instanceof Val.Char character) {
            visitor.character(character.codePoint());
        }
    }
}
