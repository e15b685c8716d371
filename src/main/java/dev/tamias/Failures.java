package dev.tamias;

import dev.tamias.model.TamiasException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What failed in some of several inputs, while the others went on. */
final class Failures {

    private @Nullable TamiasException first;

    /** Keeps the first as it is, and the others with it. */
    void add(TamiasException failure) {
        if (first == null) {
            first = failure;
        } else if (failure != first) {
            first.addSuppressed(failure);
        }
    }

    boolean any() {
        return first != null;
    }

    TamiasException first() {
        if (first == null) {
            throw new NoSuchElementException("nothing failed");
        }
        return first;
    }

    void throwFirst() {
        if (first != null) {
            throw first;
        }
    }
}
