package dev.tamias.manager;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.GuestText;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what a plugin says of itself keeps to Chipmunk's limits, which count bytes of UTF-8, and to
 * what Chipmunk leaves unchecked: the options of a dropdown, the extensions of files, widths.
 */
final class InfoCheck {

    /** Chipmunk's limits. */
    static final int MOST_ITEMS = 100;

    static final int LONGEST_ID = 1_024;
    static final int LONGEST_TITLE = 2_048;
    static final int LONGEST_DESCRIPTION = 10_240;

    /** Limits of our own, for what Chipmunk does not count. */
    static final int MOST_OPTIONS = 1_000;

    private final String plugin;
    private final List<Problem> problems = new ArrayList<>();

    private InfoCheck(String plugin) {
        this.plugin = plugin;
    }

    /** All that is out of bounds, each with the item or column that it is in. */
    static List<Problem> problems(String plugin, PluginInfo info) {
        InfoCheck check = new InfoCheck(plugin);
        check.schema(info.schema());
        check.columns(info.renderOptions());
        return check.problems;
    }

    /** The length that limits count. */
    static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void schema(ConfigSchema schema) {
        count("configuration items", schema.items().size(), MOST_ITEMS);
        Set<String> ids = new HashSet<>();
        for (ConfigSchema.Item item : schema.items()) {
            String where = "configuration item \"" + GuestText.oneLine(cut(item.id())) + "\"";
            if (!ids.add(item.id())) {
                contract(where + " is there twice", "ids that differ");
            }
            text("the id of " + where, item.id(), LONGEST_ID);
            text("the title of " + where, item.title(), LONGEST_TITLE);
            text("the description of " + where, item.description(), LONGEST_DESCRIPTION);
            if (item.input() instanceof ConfigSchema.DropdownInput dropdown) {
                dropdown(where, dropdown);
            } else if (item.input() instanceof ConfigSchema.FilesInput files) {
                texts("extensions of " + where, files.extensions());
            } else if (item.input() instanceof ConfigSchema.TextInput text) {
                text("the default of " + where, text.value(), LONGEST_DESCRIPTION);
            }
        }
    }

    private void dropdown(String where, ConfigSchema.DropdownInput dropdown) {
        texts("options of " + where, dropdown.options());
        if (!dropdown.options().contains(dropdown.value())) {
            // Chipmunk shows the first option then, and so does a configuration here.
            problems.add(
                    Problem.warning(
                            Trouble.CONTRACT,
                            said("the default of " + where + " is none of its options"),
                            "one of them",
                            "The first option is taken"));
        }
    }

    private void texts(String what, List<String> texts) {
        count(what, texts.size(), MOST_OPTIONS);
        texts.stream()
                .filter(each -> length(each) > LONGEST_TITLE)
                .findFirst()
                .ifPresent(each -> text("one of the " + what, each, LONGEST_TITLE));
    }

    private void columns(RenderOptions options) {
        count("columns", options.columns().size(), MOST_ITEMS);
        for (RenderOptions.Column column : options.columns()) {
            String where = "column \"" + GuestText.oneLine(cut(column.caption())) + "\"";
            text("the caption of " + where, column.caption(), LONGEST_TITLE);
            text("the description of " + where, column.description(), LONGEST_DESCRIPTION);
            if (column.width() < -1) {
                contract(
                        "the width of " + where + " is " + column.width(),
                        "-1 (unlimited) or more");
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void count(String what, int found, int most) {
        if (found > most) {
            limit(found + " " + what, "at most " + most);
        }
    }

    private void text(String what, String text, int longest) {
        int found = length(text);
        if (found > longest) {
            limit(what + " is " + found + " bytes long", "at most " + longest + " bytes");
        }
    }

    private void limit(String found, String expected) {
        error(Trouble.LIMIT, found, expected);
    }

    private void contract(String found, String expected) {
        error(Trouble.CONTRACT, found, expected);
    }

    private void error(Trouble trouble, String found, String expected) {
        problems.add(Problem.error(trouble, said(found), expected, "Its author has to correct it"));
    }

    private String said(String found) {
        return "\"" + plugin + "\" says what it may not: " + found;
    }
}
