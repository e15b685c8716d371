package dev.tamias.jupyter.page;

import dev.tamias.check.Capability;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a component imports, by what that lets it do. */
final class ImportsList {

    private static final int LONGEST_NAME = 80;

    private ImportsList() {}

    /** Each capability with its meaning and the imports behind it, or in short where there is no room. */
    static Html of(List<String> imports, int most) {
        Map<Capability, List<String>> by = new EnumMap<>(Capability.class);
        for (String each : imports) {
            by.computeIfAbsent(Capability.of(each), key -> new ArrayList<>()).add(each);
        }
        if (by.isEmpty()) {
            return new Html().element("p", "It imports nothing: it computes, and no more.");
        }
        Html list = whole(by);
        return list.length() <= most ? list : brief(by);
    }

    private static Html whole(Map<Capability, List<String>> by) {
        Html list = new Html().open("table", "imports");
        by.forEach(
                (capability, names) -> {
                    list.open("tr").open("th").add(word(capability)).close();
                    list.open("td").text(capability.meaning()).open("small");
                    for (String name : names) {
                        list.text(" ").element("code", Html.clip(name, LONGEST_NAME));
                    }
                    list.close().close().close().line();
                });
        return list.close();
    }

    private static Html brief(Map<Capability, List<String>> by) {
        Html words = new Html().open("p");
        by.forEach(
                (capability, names) ->
                        words.add(word(capability)).text(" (" + names.size() + ") "));
        return words.close();
    }

    private static Html word(Capability capability) {
        return new Html()
                .element("b", capability.isRemarkable() ? "look" : "", capability.toString());
    }
}
