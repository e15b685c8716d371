package dev.tamias.component.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several names. */
public record EnumType(List<String> labels) implements ValType {

    public EnumType {
        labels = List.copyOf(labels);
    }

    // Written out, as those of CoreType.Func: a record's own are made when they are first called.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof EnumType type && labels.equals(type.labels);
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    @Override
    public ValType named() {
        return new EnumType(labels);
    }

    @Override
    public String toString() {
        return "enum { " + String.join(", ", labels) + " }";
    }
}
