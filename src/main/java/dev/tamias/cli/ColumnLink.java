package dev.tamias.cli;

import dev.tamias.ColumnStep;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;

/** A {@code --then}: a column, and the parser that parses its cells. */
final class ColumnLink {

    private static final String HEX = ":hex";

    private final String column;
    private ParserStep parser;

    private ColumnLink(String column, ParserStep parser) {
        this.column = column;
        this.parser = parser;
    }

    static ColumnLink of(Plugins plugins, String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new WrongUsage("--then takes COLUMN=PLUGIN, and was given \"" + text + "\".");
        }
        return new ColumnLink(
                text.substring(0, equals), plugins.parser(text.substring(equals + 1)));
    }

    /** Sets a configuration item, where the parser has it. */
    boolean set(String id, Object value) {
        if (parser.schema().item(id).isEmpty()) {
            return false;
        }
        parser = parser.set(id, value);
        return true;
    }

    ColumnStep step() {
        boolean hex = column.endsWith(HEX);
        ColumnStep plain =
                parser.on(hex ? column.substring(0, column.length() - HEX.length()) : column);
        return hex ? plain.hex() : plain;
    }
}
