package dev.tamias.check;

import dev.tamias.model.GuestText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check of one plugin found.
 *
 * @param plugin its name
 * @param type "parser", "byte source", or "-" where it is neither
 * @param origin where it was found
 * @param input what it was run on
 * @param seed with which the slicings and the bad inputs were made; the same seed makes the same
 * @param findings in the order of {@link Aspect}
 */
public record CheckReport(
        String plugin,
        String type,
        String origin,
        String input,
        long seed,
        List<Finding> findings) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** The same of a plugin that was elsewhere. */
    CheckReport from(String place) {
        return new CheckReport(plugin, type, place, input, seed, findings);
    }

    /** What is to be corrected. */
    public List<Finding> defects() {
        return findings.stream().filter(Finding::isDefect).toList();
    }

    /** Whether nothing is to be corrected. */
    public boolean isClean() {
        return defects().isEmpty();
    }

    /** The report as values of JSON: maps, lists, texts and numbers. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("plugin", plugin);
        map.put("type", type);
        map.put("origin", origin);
        map.put("input", input);
        map.put("seed", seed);
        map.put("defects", defects().size());
        map.put("findings", findings.stream().map(CheckReport::map).toList());
        return map;
    }

    private static Map<String, Object> map(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("aspect", finding.aspect().toString());
        map.put("kind", finding.kind().toString());
        map.put("found", finding.found());
        map.put("remedy", finding.remedy());
        return map;
    }

    /** The report as a page that needs no network and takes nothing of the plugin for markup. */
    public String html() {
        return ReportPage.of(this);
    }

    /** The verdict in one line. */
    public String verdict() {
        int defects = defects().size();
        long unchecked =
                findings.stream().filter(each -> each.kind() == Finding.Kind.UNCHECKED).count();
        return (defects == 0 ? "no defect" : defects == 1 ? "1 defect" : defects + " defects")
                + (unchecked == 0 ? "" : ", " + unchecked + " not checked");
    }

    /** The report for a terminal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(GuestText.oneLine(type + " \"" + plugin + "\", " + origin)).append('\n');
        text.append(GuestText.oneLine("run on " + input + "; seed " + seed)).append("\n\n");
        for (Finding each : findings) {
            text.append(String.format("%-14s %-10s ", each.aspect(), each.kind()));
            text.append(GuestText.oneLine(each.found())).append('\n');
            if (!each.remedy().isEmpty()) {
                text.append(" ".repeat(26)).append("→ ").append(GuestText.oneLine(each.remedy()));
                text.append('\n');
            }
        }
        return text.append('\n').append(verdict()).append('\n').toString();
    }
}
