package dev.tamias.jupyter.page;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.GuestText;
import java.util.Locale;

/** The Java by which something is said, to be copied into a cell. */
final class JavaText {

    private static final char LAST_OF_ASCII = '~';

    private JavaText() {}

    /** The call that sets an item to its default, or to a file or directory where it takes such. */
    static String set(ConfigSchema.Item item) {
        return ".set(" + literal(item.id()) + ", " + value(item.input()) + ")";
    }

    private static String value(ConfigSchema.Input input) {
        if (input instanceof ConfigSchema.FilesInput files) {
            String ending = files.extensions().isEmpty() ? "" : files.extensions().get(0);
            return "Path.of(" + literal("file" + (ending.isEmpty() ? "" : "." + ending)) + ")";
        }
        if (input instanceof ConfigSchema.DirectoriesInput) {
            return "Path.of(" + literal("directory") + ")";
        }
        ConfigValue value = input.initial();
        if (value instanceof ConfigValue.Float32 number) {
            return decimal(number.value());
        }
        return value.plain() instanceof String text ? literal(text) : value.plain().toString();
    }

    private static String decimal(float value) {
        if (Float.isNaN(value)) {
            return "Float.NaN";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
        }
        return value + "f";
    }

    /** A text as a literal. What might not be seen, or be seen elsewhere, is written by its number. */
    static String literal(String text) {
        StringBuilder java = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> java.append("\\\"");
                case '\\' -> java.append("\\\\");
                case '\n' -> java.append("\\n");
                case '\r' -> java.append("\\r");
                case '\t' -> java.append("\\t");
                default -> java.append(visible(each) ? String.valueOf(each) : number(each));
            }
        }
        return java.append('"').toString();
    }

    private static boolean visible(char each) {
        return each <= LAST_OF_ASCII
                ? each >= ' '
                : Character.isLetterOrDigit(each) && !GuestText.isUnfit(each);
    }

    /** Octal for ASCII: a Unicode escape of a line's end would end the line. */
    private static String number(char each) {
        return each < ' '
                ? String.format(Locale.ROOT, "\\%03o", (int) each)
                : String.format(Locale.ROOT, "\\u%04x", (int) each);
    }
}
