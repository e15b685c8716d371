package dev.tamias.component.type;

import java.util.List;
import java.util.stream.Collectors;

/** Named fields in an order. */
public record RecordType(List<Field> fields) implements ValType {

    public RecordType {
        fields = List.copyOf(fields);
    }

    /** One field. */
    public record Field(String name, ValType type) {}

    @Override
    public ValType named() {
        return new RecordType(fields);
    }

    @Override
    public String toString() {
        return fields.stream()
                .map(field -> field.name() + ": " + field.type())
                .collect(Collectors.joining(", ", "record { ", " }"));
    }
}
