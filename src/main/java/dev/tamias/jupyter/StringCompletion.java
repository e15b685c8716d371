package dev.tamias.jupyter;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.table.Relation;

/**
 * Completes what stands inside a text of Java source, of which the compiler knows nothing: names of
 * plugins, ids of their configuration and their choices, names of columns.
 */
public final class StringCompletion {

    private static final Pattern CALL =
            Pattern.compile("(\\w+)\\s*\\(\\s*(?:\"[^\"]*\"\\s*,\\s*)*$");
    private static final Pattern PARSER = Pattern.compile("\\.\\s*parser\\s*\\(\\s*\"([^\"]*)\"");
    private static final Pattern SOURCE = Pattern.compile("\\bsource\\s*\\(\\s*\"([^\"]*)\"");
    private static final Pattern RECEIVER = Pattern.compile("(\\w+)\\s*\\.\\s*\\w+\\s*\\($");
    private static final Pattern SET = Pattern.compile("set\\s*\\(\\s*\"([^\"]*)\"\\s*,\\s*$");
    private static final Pattern OF_COLUMNS =
            Pattern.compile(
                    "\\w*[cC]olumns?|summarize|by|sortOn|sort\\w*On|where|mergedBy|on|retain\\w*|remove\\w*|counts?By");

    private StringCompletion() {}

    /**
     * The choices.
     *
     * @param start where the text that they replace begins
     * @param end where it ends: at the caret
     */
    public record Choices(List<String> choices, int start, int end) {}

    /**
     * What may stand at a caret inside a text; nothing where it is outside one, or nothing is known.
     *
     * @param variable the value of a variable of the notebook, or null
     */
    public static Optional<Choices> complete(
            String code, int caret, Function<String, @Nullable Object> variable) {
        int at = Math.min(Math.max(caret, 0), code.length());
        int quote = openQuote(code, at);
        if (quote < 0) {
            return Optional.empty();
        }
        String before = code.substring(0, quote);
        String begun = code.substring(quote + 1, at);
        try {
            List<String> found =
                    candidates(before, variable)
                            .filter(each -> each.startsWith(begun))
                            .distinct()
                            .sorted()
                            .toList();
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Choices(found, quote + 1, at));
        } catch (TamiasException e) {
            return Optional.empty();
        }
    }

    /** Where the text begins that the caret is in, or -1. */
    private static int openQuote(String code, int at) {
        int open = -1;
        for (int i = 0; i < at; i++) {
            char character = code.charAt(i);
            if (character == '\\' && open >= 0) {
                i++;
            } else if (character == '"') {
                open = open >= 0 ? -1 : i;
            } else if (character == '\n') {
                open = -1;
            } else if (open < 0 && character == '\'' && code.startsWith("'\"'", i)) {
                i += 2;
            } else if (open < 0 && code.startsWith("//", i)) {
                int end = code.indexOf('\n', i);
                if (end < 0 || end >= at) {
                    return -1;
                }
                i = end;
            }
        }
        return open;
    }

    private static Stream<String> candidates(
            String before, Function<String, @Nullable Object> variable) {
        Matcher call = CALL.matcher(before);
        if (!call.find()) {
            return Stream.of();
        }
        String method = call.group(1);
        return switch (method) {
            case "parser" -> names(PluginType.PARSER);
            case "source" -> names(PluginType.BYTE_SOURCE);
            case "set" -> settings(before);
            default ->
                    OF_COLUMNS.matcher(method).matches() ? columns(before, variable) : Stream.of();
        };
    }

    private static Stream<String> names(PluginType type) {
        return Plugins.scan().list().stream()
                .filter(entry -> entry.type() == type)
                .map(PluginEntry::name);
    }

    private static Stream<String> settings(String before) {
        Optional<ConfigSchema> schema = schema(before);
        Matcher value = SET.matcher(before);
        if (!value.find()) {
            return schema.stream()
                    .flatMap(known -> known.items().stream())
                    .map(ConfigSchema.Item::id);
        }
        return schema
                .flatMap(known -> known.item(value.group(1)))
                .map(ConfigSchema.Item::input)
                .filter(ConfigSchema.DropdownInput.class::isInstance)
                .map(ConfigSchema.DropdownInput.class::cast)
                .stream()
                .flatMap(input -> input.options().stream());
    }

    /** The schema of the parser or byte source that was named last before the caret. */
    private static Optional<ConfigSchema> schema(String before) {
        int parser = last(PARSER, before);
        int source = last(SOURCE, before);
        if (parser < 0 && source < 0) {
            return Optional.empty();
        }
        boolean isParser = parser > source;
        return Optional.of(
                Plugins.scan()
                        .plugin(
                                isParser ? PluginType.PARSER : PluginType.BYTE_SOURCE,
                                lastName(isParser ? PARSER : SOURCE, before))
                        .info()
                        .schema());
    }

    private static int last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.start())
                .reduce(-1, (first, second) -> second);
    }

    private static String lastName(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .reduce("", (first, second) -> second);
    }

    /** Columns of the table that the call is made on; else those of the last variable that is a table. */
    private static Stream<String> columns(
            String before, Function<String, @Nullable Object> variable) {
        Matcher receiver = RECEIVER.matcher(before);
        if (receiver.find() && variable.apply(receiver.group(1)) instanceof Relation table) {
            return table.columnNames().stream();
        }
        String statement = before.substring(before.lastIndexOf(';') + 1);
        return Pattern.compile("\\b[A-Za-z_]\\w*")
                .matcher(statement)
                .results()
                .map(result -> variable.apply(result.group()))
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast)
                .reduce((first, second) -> second)
                .stream()
                .flatMap(table -> table.columnNames().stream());
    }
}
