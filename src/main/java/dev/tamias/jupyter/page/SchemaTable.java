package dev.tamias.jupyter.page;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import java.util.List;

/**
 * A configuration schema as a form to be read: each item with what it accepts, what it is where nobody
 * sets it, and the Java that sets it.
 */
public final class SchemaTable {

    private static final int LARGEST = 50_000;
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_VALUE = 120;
    private static final int MOST_OPTIONS = 30;

    private SchemaTable() {}

    /** The HTML of a schema. */
    public static String of(ConfigSchema schema) {
        return Html.page().add(table(schema, LARGEST)).finish();
    }

    /** The same for a terminal, an item a line. */
    public static String text(ConfigSchema schema) {
        if (schema.items().isEmpty()) {
            return "No configuration.\n";
        }
        Columns columns = new Columns("Id", "Takes", "Default", "Java", "Title");
        for (ConfigSchema.Item item : schema.items()) {
            columns.row(
                    item.id(),
                    takes(item.input()),
                    initial(item),
                    JavaText.set(item),
                    item.title());
        }
        return columns.text();
    }

    /**
     * A table of at most about so many characters. Where there is no room for all, the descriptions are
     * left out first, then items; a note tells.
     */
    static Html table(ConfigSchema schema, int most) {
        if (schema.items().isEmpty()) {
            return new Html().element("p", "It has no configuration.");
        }
        Html whole = table(schema, LARGEST, true);
        return whole.length() <= most
                ? whole
                : table(schema, most, false)
                        .element("p", "note", "Shortened; the plugin's own page has more.");
    }

    private static Html table(ConfigSchema schema, int most, boolean described) {
        List<ConfigSchema.Item> items = schema.items();
        Html table = new Html().open("table", "form").line().open("tr");
        for (String head : List.of("Setting", "Id", "Takes", "Default", "Java")) {
            table.element("th", head);
        }
        table.close().line();
        int shown = 0;
        while (shown < items.size() && (shown == 0 || table.length() < most)) {
            row(table, items.get(shown++), described);
        }
        table.close();
        int rest = items.size() - shown;
        return rest == 0
                ? table
                : table.element("p", "note", "… " + Counted.of(rest, "more item") + ".");
    }

    private static void row(Html table, ConfigSchema.Item item, boolean described) {
        table.open("tr").open("td").element("b", Html.clip(item.title(), LONGEST_VALUE));
        if (described && !item.description().isBlank()) {
            table.breakLine().text(Html.clip(item.description(), LONGEST_TEXT));
        }
        table.close();
        table.element("td", Html.clip(item.id(), LONGEST_VALUE));
        table.element("td", Html.clip(takes(item.input()), LONGEST_TEXT));
        table.element("td", Html.clip(initial(item), LONGEST_VALUE));
        table.open("td").element("code", Html.clip(JavaText.set(item), LONGEST_TEXT));
        table.close().close().line();
    }

    private static String initial(ConfigSchema.Item item) {
        ConfigValue value = item.input().initial();
        boolean none =
                value instanceof ConfigValue.Files || value instanceof ConfigValue.Directories;
        return none ? "none" : value.text();
    }

    /** The type, with the values where these are few. */
    private static String takes(ConfigSchema.Input input) {
        if (input instanceof ConfigSchema.BooleanInput) {
            return input.title() + ": true, false";
        }
        if (input instanceof ConfigSchema.IntegerInput
                || input instanceof ConfigSchema.FloatInput) {
            return input.title() + ", 32 bits";
        }
        if (input instanceof ConfigSchema.FilesInput files) {
            return files.extensions().isEmpty()
                    ? "files that exist"
                    : "files that exist, ending in " + few(files.extensions());
        }
        if (input instanceof ConfigSchema.DirectoriesInput) {
            return "directories that exist";
        }
        return input instanceof ConfigSchema.DropdownInput dropdown
                ? input.title() + ": " + few(dropdown.options())
                : input.title();
    }

    private static String few(List<String> options) {
        String joined =
                String.join(", ", options.subList(0, Math.min(MOST_OPTIONS, options.size())));
        int rest = options.size() - MOST_OPTIONS;
        return rest > 0 ? joined + " and " + rest + " more" : joined;
    }
}
