package dev.tamias.jupyter.page;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginDirectory;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginState;
import dev.tamias.model.GuestText;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.TamiasException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The manager's page: every plugin that was found, those first that cannot be used, each with all that is
 * known of it. Plugins that nobody has judged yet are judged for it, as long as that takes no longer than
 * a person waits.
 */
public final class PluginsPage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** All pages together with a notebook's text have to stay of a size that a browser likes. */
    private static final int MOST = 110_000;

    private static final int LARGEST_PLUGIN = 40_000;
    private static final int SMALLEST_PLUGIN = 1_200;
    private static final int MOST_WARNINGS = 10;
    private static final int LONGEST_WARNING = 400;

    private static final Set<PluginState> UNUSABLE =
            Set.of(PluginState.INVALID, PluginState.FAILED);

    private final Plugins plugins;
    private final List<PluginEntry> entries;
    private final Html html = Html.page();

    private PluginsPage(Plugins plugins) {
        this.plugins = plugins;
        this.entries = new ArrayList<>(plugins.list());
        judge(entries);
        entries.sort(Comparator.comparing(each -> !UNUSABLE.contains(each.state())));
    }

    /** The page of all plugins; of at most about 110,000 characters. */
    public static String of(Plugins plugins) {
        return new PluginsPage(plugins).page();
    }

    /** The page of one plugin. */
    public static String of(PluginEntry entry) {
        judge(List.of(entry));
        return Html.page().add(PluginDetails.of(entry, List.of(), LARGEST_PLUGIN, true)).finish();
    }

    /** All plugins for a terminal: a line each, then what is wrong with them. */
    public static String text(Plugins plugins) {
        judge(plugins.list());
        return text(plugins.list()) + lines(plugins.warnings());
    }

    /** One plugin for a terminal. */
    public static String text(PluginEntry entry) {
        judge(List.of(entry));
        return text(List.of(entry))
                + entry.known().map(info -> SchemaTable.text(info.schema())).orElse("");
    }

    private static String text(List<PluginEntry> entries) {
        Columns columns =
                new Columns("Name", "Type", "State", "Version", "Interface", "Size", "Title");
        for (PluginEntry each : entries) {
            Optional<PluginInfo> info = each.known();
            columns.row(
                    each.name(),
                    each.type().title(),
                    PluginDetails.state(each),
                    info.map(known -> known.version().toString()).orElse("-"),
                    info.map(known -> known.apiVersion().toString()).orElse("-"),
                    each.size().map(Counted::bytes).orElse("-"),
                    each.metadata().title());
        }
        List<String> failures =
                entries.stream()
                        .filter(each -> each.failure().isPresent())
                        .map(each -> each.name() + ": " + each.failure().get().sentence())
                        .toList();
        return columns.text() + lines(failures);
    }

    private static String lines(List<String> lines) {
        return lines.stream()
                .map(each -> GuestText.oneLine(each) + "\n")
                .collect(Collectors.joining());
    }

    private static void judge(List<PluginEntry> entries) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (PluginEntry each : entries) {
            PluginState state = each.state();
            boolean unknown = state == PluginState.DISCOVERED || state == PluginState.STALE;
            if (unknown && System.nanoTime() < end) {
                try {
                    each.info();
                } catch (TamiasException e) {
                    // The entry keeps it, and the page shows it.
                }
            }
        }
    }

    private String page() {
        head();
        int shown = 0;
        for (PluginEntry each : entries) {
            int room = (MOST - html.length()) / (entries.size() - shown);
            if (room < SMALLEST_PLUGIN) {
                break;
            }
            html.add(
                    PluginDetails.of(
                            each,
                            plugins.manager().shadowed(each),
                            Math.min(room, LARGEST_PLUGIN),
                            UNUSABLE.contains(each.state())));
            shown++;
        }
        if (shown < entries.size()) {
            String rest = Counted.of(entries.size() - shown, "more plugin");
            html.element("p", "note", "… " + rest + "; table() has them all.");
        }
        return html.finish();
    }

    private void head() {
        html.open("p", "top").element("b", Counted.of(entries.size(), "plugin"));
        Map<PluginState, Integer> states = new EnumMap<>(PluginState.class);
        entries.forEach(each -> states.merge(each.state(), 1, Integer::sum));
        states.forEach(
                (state, count) ->
                        html.text(" · " + count + " " + state.name().toLowerCase(Locale.ROOT)));
        html.close().line();
        html.open("p", "note").text("Looked for in ");
        for (PluginDirectory each : plugins.manager().directories()) {
            html.element("code", Html.clip(each.path().toString(), LONGEST_WARNING));
            html.text(" (" + each.origin() + (there(each) ? "), " : ", not there), "));
        }
        html.text("and among those that come with Tamias.").close().line();
        List<String> warnings = plugins.warnings();
        for (String each : warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size()))) {
            html.element("p", "warning", Html.clip(each, LONGEST_WARNING)).line();
        }
    }

    private static boolean there(PluginDirectory directory) {
        return Files.isDirectory(directory.path());
    }
}
