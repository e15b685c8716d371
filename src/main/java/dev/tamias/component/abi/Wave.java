package dev.tamias.component.abi;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.model.GuestText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values as people read them: WebAssembly Value Encoding (WAVE), such as {@code {major: 0, minor: 1}} and
 * {@code ok([1, 2])}. A {@link Val} alone has no names; its type has them.
 */
public final class Wave {

    /** What of a text, and how many elements of a list, are written. */
    private static final int MOST = 200;

    private Wave() {}

    /** A value of that type, on one line; long texts and lists are cut, with a sign. */
    public static String of(@Nullable Val value, @Nullable ValType type) {
        return value == null || type == null ? "" : text(value, type);
    }

    private static String text(Val value, ValType type) {
        if (value instanceof Val.Record record) {
            List<RecordType.Field> fields = ((RecordType) type).fields();
            return IntStream.range(0, fields.size())
                    .mapToObj(i -> field(fields.get(i), record.fields().get(i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Val.Tuple tuple) {
            List<ValType> types = ((TupleType) type).elements();
            return IntStream.range(0, types.size())
                    .mapToObj(i -> text(tuple.elements().get(i), types.get(i)))
                    .collect(Collectors.joining(", ", "(", ")"));
        } else if (value instanceof Val.ListOf list) {
            ValType element = ((ListType) type).element();
            return listed(list.elements().size(), i -> text(list.elements().get(i), element));
        } else if (value instanceof Val.Bytes bytes) {
            return listed(bytes.value().length, i -> Integer.toString(bytes.value()[i] & 0xff));
        }
        return cased(value, type);
    }

    private static String field(RecordType.Field field, Val value) {
        return field.name() + ": " + text(value, field.type());
    }

    private static String listed(int size, java.util.function.IntFunction<String> element) {
        return IntStream.range(0, Math.min(MOST, size))
                .mapToObj(element)
                .collect(Collectors.joining(", ", "[", size > MOST ? ", …]" : "]"));
    }

    private static String cased(Val value, ValType type) {
        if (value instanceof Val.Variant variant) {
            VariantType.Case of = ((VariantType) type).cases().get(variant.index());
            return of.name() + payload(variant.payload(), of.payload());
        } else if (value instanceof Val.Option option) {
            Val some = option.value();
            return some == null ? "none" : "some" + payload(some, ((OptionType) type).element());
        } else if (value instanceof Val.Result result) {
            ResultType of = (ResultType) type;
            return result.isOk()
                    ? "ok" + payload(result.value(), of.ok())
                    : "err" + payload(result.value(), of.err());
        } else if (value instanceof Val.EnumCase label) {
            return ((EnumType) type).labels().get(label.index());
        } else if (value instanceof Val.Flags flags) {
            List<String> labels = ((FlagsType) type).labels();
            return IntStream.range(0, labels.size())
                    .filter(i -> (flags.bits() >>> i & 1) != 0)
                    .mapToObj(labels::get)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return simple(value);
    }

    private static String payload(@Nullable Val payload, @Nullable ValType type) {
        return payload == null ? "" : "(" + text(payload, Objects.requireNonNull(type)) + ")";
    }

    private static String simple(Val value) {
        if (value instanceof Val.Str string) {
            return quoted('"', string.value());
        } else if (value instanceof Val.Char one) {
            return quoted('\'', Character.toString(one.codePoint()));
        } else if (value instanceof Val.U64 number) {
            return Long.toUnsignedString(number.bits());
        } else if (value instanceof Val.Handle) {
            return "handle";
        }
        // Bool and the other numbers: a record of one component.
        String text = value.toString();
        return text.substring(text.indexOf('=') + 1, text.length() - 1);
    }

    private static String quoted(char quote, String text) {
        StringBuilder escaped = new StringBuilder().append(quote);
        for (char each : (text.length() > MOST ? text.substring(0, MOST) : text).toCharArray()) {
            switch (each) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (each == quote || each == '\\') {
                        escaped.append('\\').append(each);
                    } else if (GuestText.isUnfit(each)) {
                        escaped.append("\\u{").append(Integer.toHexString(each)).append('}');
                    } else {
                        escaped.append(each);
                    }
                }
            }
        }
        return escaped.append(text.length() > MOST ? "…" : "").append(quote).toString();
    }
}
