package dev.tamias.component.binary;

import java.util.ArrayList;
import java.util.List;

/** The definitions of one sort so far, each with its type; an index is checked as it is used. */
final class IndexSpace<T> {

    private final String title;
    private final int limit;
    private final List<T> types = new ArrayList<>();

    /**
     * @param title what a message calls an entry
     */
    IndexSpace(String title, int limit) {
        this.title = title;
        this.limit = limit;
    }

    int size() {
        return types.size();
    }

    void add(int offset, T type) {
        if (types.size() >= limit) {
            throw BrokenRule.invalid(offset, "more than " + limit + " of one kind: " + title);
        }
        types.add(type);
    }

    /** The type of an entry. */
    T get(int offset, int index) {
        if (index >= types.size()) {
            throw BrokenRule.invalid(
                    offset,
                    "unknown "
                            + title
                            + " "
                            + index
                            + ": "
                            + types.size()
                            + (types.size() == 1 ? " is" : " are")
                            + " defined before");
        }
        return types.get(index);
    }
}
