package dev.tamias.component.type;

import java.util.List;

/** One of several names. */
public record EnumType(List<String> labels) implements ValType {

    public EnumType {
        labels = List.copyOf(labels);
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
