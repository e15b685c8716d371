package dev.tamias.table.log;

import dev.tamias.table.row.TextCells;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** Columns out of the groups of a regular expression, each with the narrowest type that loses nothing. */
final class Extraction {

    private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?");

    private Extraction() {}

    /** A column for each group: its text in the first match of each cell, missing where nothing matches. */
    static List<Column<?>> of(Column<?> cells, Pattern pattern) {
        Matcher matcher = pattern.matcher("");
        if (matcher.groupCount() == 0) {
            throw Columns.trouble(
                    "\"%s\" has no group to make a column of; write one as (?<name>…)"
                            .formatted(pattern));
        }
        List<String> names = names(pattern);
        boolean named = !names.isEmpty();
        for (int group = 1; !named && group <= matcher.groupCount(); group++) {
            names.add("Group " + group);
        }
        List<List<String>> texts = new ArrayList<>();
        names.forEach(name -> texts.add(new ArrayList<>(cells.size())));
        String literal = RequiredText.of(pattern);
        for (int row = 0; row < cells.size(); row++) {
            String cell = cells.isMissing(row) ? "" : cells.getUnformattedString(row);
            boolean found = cell.contains(literal) && ColumnMatch.find(matcher.reset(cell), cell);
            for (int i = 0; i < texts.size(); i++) {
                String text = "";
                if (found && !cell.isEmpty()) {
                    text = named ? matcher.group(names.get(i)) : matcher.group(i + 1);
                }
                texts.get(i).add(text == null ? "" : text);
            }
        }
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(typed(name, texts.get(columns.size()))));
        return columns;
    }

    /** The names of groups, which Java 17 does not tell: a reference to one that is none does not compile. */
    private static List<String> names(Pattern pattern) {
        List<String> named = new ArrayList<>();
        Matcher names = NAME.matcher(pattern.pattern());
        while (names.find()) {
            try {
                Pattern.compile(pattern + "\n\\k<" + names.group(1) + ">", pattern.flags());
                named.add(names.group(1));
            } catch (PatternSyntaxException e) {
                // It stands in a class or is quoted: no group.
            }
        }
        return named;
    }

    private static Column<?> typed(String name, List<String> texts) {
        if (all(texts, INTEGER)) {
            LongColumn longs = LongColumn.create(name);
            for (String text : texts) {
                if (text.isEmpty()) {
                    longs.appendMissing();
                } else {
                    longs.append(Long.parseLong(text));
                }
            }
            return longs;
        } else if (all(texts, NUMBER)) {
            DoubleColumn doubles = DoubleColumn.create(name);
            for (String text : texts) {
                doubles.append(text.isEmpty() ? Double.NaN : Double.parseDouble(text));
            }
            return doubles;
        }
        return TextCells.of(name, texts);
    }

    private static boolean all(List<String> texts, Pattern pattern) {
        boolean some = false;
        Matcher matcher = pattern.matcher("");
        for (String text : texts) {
            if (!text.isEmpty()) {
                some = true;
                if (!matcher.reset(text).matches()) {
                    return false;
                }
            }
        }
        return some;
    }
}
