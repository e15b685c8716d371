package dev.tamias.component;

import dev.tamias.component.abi.Val;
import dev.tamias.component.type.ValType;
import dev.tamias.model.GuestText;
import java.util.Map;

/** How messages name values and types: never the whole of either, which may be large. */
final class ValText {

    private static final Map<Class<? extends Val>, String> KINDS =
            Map.ofEntries(
                    Map.entry(Val.Bool.class, "a bool is"),
                    Map.entry(Val.S8.class, "an s8 is"),
                    Map.entry(Val.U8.class, "a u8 is"),
                    Map.entry(Val.S16.class, "an s16 is"),
                    Map.entry(Val.U16.class, "a u16 is"),
                    Map.entry(Val.S32.class, "an s32 is"),
                    Map.entry(Val.U32.class, "a u32 is"),
                    Map.entry(Val.S64.class, "an s64 is"),
                    Map.entry(Val.U64.class, "a u64 is"),
                    Map.entry(Val.F32.class, "an f32 is"),
                    Map.entry(Val.F64.class, "an f64 is"),
                    Map.entry(Val.Char.class, "a char is"),
                    Map.entry(Val.Str.class, "a string is"),
                    Map.entry(Val.ListOf.class, "a list is"),
                    Map.entry(Val.Bytes.class, "bytes are"),
                    Map.entry(Val.Record.class, "a record is"),
                    Map.entry(Val.Tuple.class, "a tuple is"),
                    Map.entry(Val.Variant.class, "a variant is"),
                    Map.entry(Val.EnumCase.class, "an enum's case is"),
                    Map.entry(Val.Option.class, "an option is"),
                    Map.entry(Val.Result.class, "a result is"),
                    Map.entry(Val.Flags.class, "flags are"),
                    Map.entry(Val.Handle.class, "a handle is"));

    private ValText() {}

    /** The kind of value, as the subject of a sentence. */
    static String of(Val value) {
        return KINDS.getOrDefault(value.getClass(), "a value is");
    }

    /** A type, on one line and cut where it is long. */
    static String of(ValType type) {
        return GuestText.oneLine(type.toString());
    }
}
