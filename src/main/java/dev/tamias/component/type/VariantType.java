package dev.tamias.component.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of several named cases, each with or without a payload. */
public record VariantType(List<Case> cases) implements ValType {

    public VariantType {
        cases = List.copyOf(cases);
    }

    /** One case; its payload is null where it has none. */
    public record Case(String name, @Nullable ValType payload) {
        @Override
        public String toString() {
            return payload == null ? name : name + "(" + payload + ")";
        }
    }

    @Override
    public ValType named() {
        return new VariantType(cases);
    }

    @Override
    public String toString() {
        return cases.stream()
                .map(Case::toString)
                .collect(Collectors.joining(", ", "variant { ", " }"));
    }
}
