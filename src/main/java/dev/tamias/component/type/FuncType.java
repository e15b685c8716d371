package dev.tamias.component.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of a component function; its result is null where it returns nothing. */
public record FuncType(List<Param> params, @Nullable ValType result) {

    public FuncType {
        params = List.copyOf(params);
    }

    /** One parameter. */
    public record Param(String name, ValType type) {}

    @Override
    public String toString() {
        String list =
                params.stream()
                        .map(param -> param.name() + ": " + param.type())
                        .collect(Collectors.joining(", ", "func(", ")"));
        return result == null ? list : list + " -> " + result;
    }
}
