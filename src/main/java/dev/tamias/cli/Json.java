package dev.tamias.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The little JSON that results are written in. */
final class Json {

    private Json() {}

    /**
     * The JSON of a value.
     *
     * @param value null, a text, a Boolean, a Number, a map by text in its own order, or an iterable of
     *     such; anything else is written as its text
     */
    static String of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            StringBuilder text = new StringBuilder("[");
            list.forEach(each -> text.append(text.length() == 1 ? "" : ",").append(of(each)));
            return text.append(']').toString();
        }
        StringBuilder text = new StringBuilder();
        quote(value.toString(), text);
        return text.toString();
    }

    /** Appends the text in quotes. */
    static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default ->
                        text.append(
                                c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
