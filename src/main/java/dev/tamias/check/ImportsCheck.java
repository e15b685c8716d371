package dev.tamias.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a plugin's imports let it do. */
final class ImportsCheck {

    private ImportsCheck() {}

    static void add(List<String> imports, List<Finding> findings) {
        Map<Capability, List<String>> by = new EnumMap<>(Capability.class);
        for (String each : imports) {
            by.computeIfAbsent(Capability.of(each), key -> new ArrayList<>()).add(each);
        }
        if (by.isEmpty()) {
            findings.add(
                    Finding.good(Aspect.IMPORTS, "It imports nothing: it computes, and no more."));
        }
        by.forEach(
                (capability, names) ->
                        findings.add(
                                Finding.note(
                                        Aspect.IMPORTS,
                                        capability
                                                + (capability.isRemarkable() ? " (look)" : "")
                                                + ": "
                                                + capability.meaning()
                                                + " Imports: "
                                                + String.join(", ", names)
                                                + ".")));
    }
}
