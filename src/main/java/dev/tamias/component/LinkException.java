package dev.tamias.component;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import java.util.List;

/** A component's imports are missing or of another kind than it asks for. */
public final class LinkException extends ComponentException {

    private final List<String> missing;

    LinkException(List<String> missing) {
        super(
                Trouble.LINK,
                "The component cannot be linked, since the host does not offer "
                        + String.join(", ", missing),
                null);
        this.missing = List.copyOf(missing);
    }

    /** The names of all that is missing, each with what it is. */
    public List<String> missing() {
        return missing;
    }
}
