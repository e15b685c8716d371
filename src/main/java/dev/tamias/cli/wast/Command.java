package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One command of a script.
 *
 * @param index its place in the script, from zero
 * @param node all that the script says of it
 */
public record Command(int index, JsonNode node) {

    /** What is to be done, such as {@code assert_return}. */
    public String type() {
        return node.path("type").asText("-");
    }

    /** Its line in the text that the script was made from. */
    public int line() {
        return node.path("line").asInt();
    }

    /** A field that is a text, null where there is none. */
    @Nullable String text(String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    /** The file with the binary that it is about, null where there is none, as for a mere text. */
    @Nullable String binary() {
        boolean isText = "text".equals(text("module_type"));
        return text(isText ? "binary_filename" : "filename");
    }
}
