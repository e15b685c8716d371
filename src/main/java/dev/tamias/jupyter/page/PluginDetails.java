package dev.tamias.jupyter.page;

import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginState;
import dev.tamias.manager.Problem;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.TamiasException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One plugin on a page: a line that unfolds to all that is known of it. It keeps to a number of
 * characters; what gives way first is the log, then the README.
 */
final class PluginDetails {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 600;
    private static final int LONGEST_PATH = 300;
    private static final int MOST_PROBLEMS = 20;

    /** What part of the room the sections may take, the later of what the earlier left. */
    private static final double SCHEMA = 0.8;

    private static final double COLUMNS = 0.5;
    private static final double IMPORTS = 0.5;
    private static final double README = 0.7;

    /** With less room than this there is nothing to unfold. */
    private static final int SMALLEST_PART = 150;

    private final PluginEntry entry;
    private final List<PluginEntry> shadowed;
    private final int most;
    private final Html html = new Html();

    private PluginDetails(PluginEntry entry, List<PluginEntry> shadowed, int most) {
        this.entry = entry;
        this.shadowed = shadowed;
        this.most = most;
    }

    static Html of(PluginEntry entry, List<PluginEntry> shadowed, int most, boolean unfolded) {
        return new PluginDetails(entry, shadowed, most).details(unfolded);
    }

    /** The state as a person says it. */
    static String state(PluginEntry entry) {
        String state = entry.state().name().toLowerCase(Locale.ROOT);
        return entry.running() > 0 ? "running " + entry.running() : state;
    }

    private Html details(boolean unfolded) {
        PluginState state = entry.state();
        html.details("plugin " + state.name().toLowerCase(Locale.ROOT), unfolded);
        summary();
        html.open("div", "body").line();
        String description = entry.metadata().description();
        if (!description.isBlank()) {
            html.element("p", Html.clip(description, LONGEST_DESCRIPTION)).line();
        }
        problems();
        facts();
        entry.known().ifPresent(this::known);
        imports();
        readme();
        log();
        return html.close().close().line();
    }

    private int left(double share) {
        return (int) (Math.max(0, most - html.length()) * share);
    }

    private void summary() {
        html.open("summary");
        html.element("span", "state", state(entry)).text(" ");
        html.element("b", Html.clip(entry.name(), LONGEST_TITLE)).text(" ");
        String title = entry.metadata().title();
        html.element(
                "span", "title", title.equals(entry.name()) ? "" : Html.clip(title, LONGEST_TITLE));
        html.text(" ").element("span", "kind", kind()).close().line();
    }

    private String kind() {
        StringBuilder kind = new StringBuilder(entry.type().title());
        entry.known().ifPresent(info -> kind.append(' ').append(info.version()));
        entry.size().ifPresent(size -> kind.append(" · ").append(Counted.bytes(size)));
        return kind.append(entry.isBundled() ? " · bundled" : "").toString();
    }

    /** All reasons, each with what to do. */
    private void problems() {
        List<Problem> problems = entry.problems();
        Optional<TamiasException> failure = entry.failure();
        if (problems.isEmpty() && failure.isPresent()) {
            html.open("ul", "problems").open("li");
            html.text(Html.clip(failure.get().sentence(), LONGEST_DESCRIPTION)).breakLine();
            html.element("small", "See " + failure.get().trouble().link() + ".").close().close();
        }
        if (problems.isEmpty()) {
            return;
        }
        html.open("ul", "problems").line();
        for (Problem each : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            problem(each);
        }
        int rest = problems.size() - MOST_PROBLEMS;
        if (rest > 0) {
            html.element("li", "… " + Counted.of(rest, "more problem") + ".");
        }
        html.close().line();
    }

    private void problem(Problem problem) {
        boolean error = problem.severity() == Problem.Severity.ERROR;
        html.open("li", error ? "error" : "warn");
        html.element("b", error ? "Error: " : "Warning: ");
        html.text(Html.clip(problem.found(), LONGEST_DESCRIPTION));
        if (!problem.expected().isEmpty()) {
            html.text("; expected: " + Html.clip(problem.expected(), LONGEST_DESCRIPTION));
        }
        html.text(".");
        if (!problem.remedy().isEmpty()) {
            html.breakLine().element("b", "Remedy: ");
            html.text(Html.clip(problem.remedy(), LONGEST_DESCRIPTION) + ".");
        }
        html.text(" ").element("small", "See " + problem.trouble().link() + ".");
        html.close().line();
    }

    private void facts() {
        html.open("table", "facts");
        entry.known()
                .ifPresent(
                        info ->
                                fact(
                                        "Version",
                                        info.version() + ", for interface " + info.apiVersion()));
        fact("Found in", Html.clip(entry.origin(), LONGEST_PATH));
        for (PluginEntry each : shadowed) {
            fact("Hides", Html.clip(each.origin(), LONGEST_PATH));
        }
        String size = entry.size().map(bytes -> ", " + Counted.of(bytes, "byte")).orElse("");
        entry.sha256().ifPresent(hash -> fact("SHA-256", hash + size));
        html.close().line();
    }

    private void fact(String name, String value) {
        html.open("tr").element("th", name).element("td", value).close();
    }

    private void known(PluginInfo info) {
        html.element("code", "use", use(info.type())).line();
        if (!info.schema().items().isEmpty()) {
            html.element("h4", "Configuration");
            html.add(SchemaTable.table(info.schema(), left(SCHEMA))).line();
        }
        columns(info.renderOptions().columns());
    }

    private String use(PluginType type) {
        // Whole, so that it can be copied: a name of a file is never long.
        String name = JavaText.literal(entry.name());
        return type == PluginType.PARSER
                ? "Plugins.scan().parser(" + name + ").over(bytes(\"FILE\")).table()"
                : "Plugins.scan().parser(\"PARSER\").over(source(" + name + ")).table()";
    }

    private void columns(List<RenderOptions.Column> columns) {
        if (columns.isEmpty()) {
            return;
        }
        html.element("h4", "Columns");
        Html table = new Html().open("table", "columns").line();
        for (RenderOptions.Column each : columns) {
            table.open("tr").element("th", Html.clip(each.caption(), LONGEST_TITLE));
            table.element("td", Html.clip(each.description(), LONGEST_DESCRIPTION)).close();
        }
        html.add(table.length() <= left(COLUMNS) ? table.close() : captions(columns)).line();
    }

    /** The captions alone, as far as there is room. */
    private Html captions(List<RenderOptions.Column> columns) {
        Html captions = new Html().open("p");
        int room = left(COLUMNS);
        int shown = 0;
        while (shown < columns.size() && captions.length() < room) {
            captions.text(shown == 0 ? "" : ", ");
            captions.text(Html.clip(columns.get(shown++).caption(), LONGEST_TITLE));
        }
        int rest = columns.size() - shown;
        return captions.text(rest == 0 ? "" : " … " + Counted.of(rest, "more column")).close();
    }

    private void imports() {
        List<String> names;
        try {
            names = entry.imports();
        } catch (TamiasException e) {
            // The plugin's problems say what is wrong with its binary.
            return;
        }
        html.element("h4", "Imports").add(ImportsList.of(names, left(IMPORTS))).line();
    }

    private void readme() {
        String text;
        try {
            text = entry.readme().orElse("");
        } catch (TamiasException e) {
            text = e.sentence();
        }
        if (text.isBlank()) {
            return;
        }
        if (left(README) < SMALLEST_PART) {
            html.element("p", "note", "README: " + Counted.of(text.length(), "character") + ".");
            return;
        }
        html.details("more", false).element("summary", "README");
        html.add(Readme.of(text, left(README))).close().line();
    }

    private void log() {
        RunLog log = entry.log();
        List<RunLog.Entry> entries = log.entries();
        long count = entries.size() + log.dropped();
        if (left(1) < SMALLEST_PART) {
            html.element("p", "note", "Log: " + Counted.of(count, "line") + ".");
            return;
        }
        html.details("more", false).element("summary", "Log");
        html.add(LogLines.of(entries, log.dropped(), left(1))).close();
    }
}
