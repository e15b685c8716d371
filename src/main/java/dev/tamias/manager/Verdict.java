package dev.tamias.manager;

import dev.tamias.model.PluginInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a binary, and stays true of these very bytes.
 *
 * @param sha256 of the binary
 * @param info what the plugin says of itself; null where it was not asked or may not be believed
 * @param problems errors and warnings, errors first
 */
record Verdict(String sha256, @Nullable PluginInfo info, List<Problem> problems) {

    Verdict {
        problems = List.copyOf(problems);
    }

    List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    boolean isValid() {
        return info != null && errors().isEmpty();
    }

    /**
     * What a valid plugin says of itself.
     *
     * @throws InvalidPlugin where it is not valid
     */
    PluginInfo requireInfo() {
        PluginInfo known = info;
        if (known == null || !isValid()) {
            throw new InvalidPlugin(errors());
        }
        return known;
    }
}
