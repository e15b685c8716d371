package dev.tamias.component.type;

import java.util.List;
import java.util.stream.Collectors;

/** Values without names in an order. */
public record TupleType(List<ValType> elements) implements ValType {

    public TupleType {
        elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
        return elements.stream()
                .map(ValType::toString)
                .collect(Collectors.joining(", ", "tuple<", ">"));
    }
}
