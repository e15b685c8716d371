package dev.tamias.component;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component's imports are not offered, or what is offered is not of the type that they ask for.
 */
public final class LinkException extends ComponentException {

    private final List<String> missing;
    private final List<String> mismatches;

    LinkException(List<String> missing, List<String> mismatches) {
        super(Trouble.LINK, sentence(missing, mismatches), null);
        this.missing = List.copyOf(missing);
        this.mismatches = List.copyOf(mismatches);
    }

    /** Core modules do not fit together, as was found while they were instantiated. */
    LinkException(String mismatch, @Nullable Throwable cause) {
        super(Trouble.LINK, sentence(List.of(), List.of(mismatch)), cause);
        this.missing = List.of();
        this.mismatches = List.of(mismatch);
    }

    private static String sentence(List<String> missing, List<String> mismatches) {
        StringBuilder sentence = new StringBuilder("The component cannot be linked, since ");
        if (!missing.isEmpty()) {
            sentence.append("the host does not offer ").append(String.join(", ", missing));
            sentence.append(mismatches.isEmpty() ? "" : "; and ");
        }
        return sentence.append(String.join("; ", mismatches)).toString();
    }

    /** The names of all that is missing, each with what it is. */
    public List<String> missing() {
        return missing;
    }

    /**
     * What is offered and does not fit, each with the import's name, what it asks for and is given.
     */
    public List<String> mismatches() {
        return mismatches;
    }
}
