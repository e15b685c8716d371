package dev.tamias.cli;

import dev.tamias.Parsed;
import dev.tamias.Plugins;
import dev.tamias.session.ParseProgress;
import dev.tamias.table.TextTable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.table.Relation;

/** What a JShell session of Tamias has beside the imports. */
public final class Shell {

    private static final int STREAMED = 20;

    private Shell() {}

    /**
     * Prints a value: a table in columns with its size, a stream's first items, and anything else as its
     * text.
     */
    public static void show(@Nullable Object value) {
        System.out.print(text(value));
        System.out.flush();
    }

    /**
     * A listener for {@code onProgress}: one line on a terminal, which it writes over; nothing where
     * standard error is no terminal.
     */
    public static Consumer<ParseProgress> progress() {
        return ProgressLine.onTerminal();
    }

    static String text(@Nullable Object value) {
        if (value instanceof Parsed parsed) {
            return text(parsed.table()) + parsed.summary() + "\n";
        }
        if (value instanceof Plugins plugins) {
            return text(plugins.table());
        }
        if (value instanceof Relation table) {
            return TextTable.of(table, TextTable.ROWS)
                    + table.name()
                    + ": "
                    + table.rowCount()
                    + " rows × "
                    + table.columnCount()
                    + " columns\n";
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return items(stream);
        }
        if (value != null && value.getClass().isArray()) {
            return array(value) + "\n";
        }
        String text = String.valueOf(value);
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static String items(BaseStream<?, ?> stream) {
        StringBuilder text = new StringBuilder();
        try (stream) {
            Iterator<?> items = stream.iterator();
            for (int i = 0; i < STREAMED && items.hasNext(); i++) {
                text.append(items.next()).append('\n');
            }
            return text.append(items.hasNext() ? "...\n" : "").toString();
        }
    }

    private static String array(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements.toString();
    }
}
