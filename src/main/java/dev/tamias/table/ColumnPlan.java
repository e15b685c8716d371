package dev.tamias.table;

import dev.tamias.model.RenderOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a table's columns: the captions of the render options, made usable where they are blank
 * or doubled. Tablesaw compares names without regard to case.
 */
public record ColumnPlan(List<String> names) {

    /** The one column of a parser that declares none. */
    public static final String MESSAGE = "Message";

    public ColumnPlan {
        names = List.copyOf(names);
    }

    /** The plan for a parser's columns. */
    public static ColumnPlan of(RenderOptions options) {
        if (options.columns().isEmpty()) {
            return new ColumnPlan(List.of(MESSAGE));
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RenderOptions.Column column : options.columns()) {
            names.add(free(column.caption(), names.size() + 1, taken));
        }
        return new ColumnPlan(names);
    }

    /** These columns, then {@code others}, whose names give way where they are taken. */
    public ColumnPlan and(ColumnPlan others) {
        List<String> all = new ArrayList<>(names);
        Set<String> taken = taken();
        for (String name : others.names()) {
            all.add(free(name, all.size() + 1, taken));
        }
        return new ColumnPlan(all);
    }

    /** A name for a column that no parser has declared. */
    public String beside(String name) {
        return free(name, 0, taken());
    }

    private Set<String> taken() {
        Set<String> taken = new HashSet<>();
        names.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        return taken;
    }

    private static String free(String caption, int number, Set<String> taken) {
        String base = caption.isBlank() ? "Column " + number : caption.strip();
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + " " + i;
        }
        return name;
    }

    /** A name for the {@code number}th cell of a row that has more cells than the plan has names. */
    public String extra(int number) {
        return beside("Extra " + (number - names.size()));
    }
}
