package dev.tamias.component.type;

import java.util.List;

/** Any of several names, at most 32. */
public record FlagsType(List<String> labels) implements ValType {

    public FlagsType {
        labels = List.copyOf(labels);
    }

    @Override
    public ValType named() {
        return new FlagsType(labels);
    }

    @Override
    public String toString() {
        return "flags { " + String.join(", ", labels) + " }";
    }
}
