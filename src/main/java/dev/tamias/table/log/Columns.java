package dev.tamias.table.log;

import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.table.row.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The columns of a table by name, and clear errors where a name or a type does not fit. */
final class Columns {

    private Columns() {}

    static TamiasException trouble(String sentence) {
        return new HostException(Trouble.TABLE, sentence);
    }

    /** The column of a name, in whatever case, as Tablesaw has it. */
    static Column<?> named(Table table, String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        throw trouble(
                "Table \"%s\" has no column \"%s\"; its columns are %s"
                        .formatted(table.name(), name, table.columnNames()));
    }

    static List<Column<?>> named(Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(named(table, name)));
        return columns;
    }

    static NumericColumn<?> numbers(Table table, String name) {
        if (named(table, name) instanceof NumericColumn<?> numbers) {
            return numbers;
        }
        throw trouble(
                "Column \"%s\" of table \"%s\" is %s, not numbers"
                        .formatted(name, table.name(), named(table, name).type()));
    }

    static boolean isTime(Column<?> column) {
        return column instanceof InstantColumn || column instanceof DateTimeColumn;
    }

    /** The times of the named column, or of the first one that holds times. */
    static Times times(Table table, @Nullable String name) {
        if (name != null) {
            Times times = Times.of(table, named(table, name));
            if (times != null) {
                return times;
            }
            throw trouble(
                    "Column \"%s\" of table \"%s\" is %s, not instants, local times or nanoseconds"
                            .formatted(name, table.name(), named(table, name).type()));
        }
        for (Column<?> column : table.columns()) {
            if (isTime(column)) {
                Times times = Times.of(table, column);
                if (times != null) {
                    return times;
                }
            }
        }
        throw trouble(
                "Table \"%s\" has no column of times; name a column of nanoseconds with time(…), or parse one; its columns are %s"
                        .formatted(table.name(), table.columnNames()));
    }

    /** A name like the wished one that no column has yet; blank names become {@code Column}. */
    static String free(Collection<String> taken, String wish) {
        String base = wish.isBlank() ? "Column" : wish;
        String name = base;
        for (int i = 2; isTaken(taken, name); i++) {
            name = base + " " + i;
        }
        return name;
    }

    private static boolean isTaken(Collection<String> taken, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return taken.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(lower));
    }

    /** A table of these columns, each under its name or one that is free. */
    static Table table(String name, List<? extends Column<?>> columns) {
        List<String> taken = new ArrayList<>();
        for (Column<?> column : columns) {
            column.setName(free(taken, column.name()));
            taken.add(column.name());
        }
        return Table.create(name, columns.toArray(new Column<?>[0]));
    }
}
