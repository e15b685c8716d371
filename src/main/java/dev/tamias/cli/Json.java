package dev.tamias.cli;

import dev.tamias.table.out.JsonText;
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
        return JsonText.quoted(value.toString());
    }
}
