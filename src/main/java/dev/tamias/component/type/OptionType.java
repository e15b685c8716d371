package dev.tamias.component.type;

/** A value or none. */
public record OptionType(ValType element) implements ValType {
    @Override
    public String toString() {
        return "option<" + element + ">";
    }
}
