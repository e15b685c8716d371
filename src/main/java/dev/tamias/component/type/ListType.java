package dev.tamias.component.type;

/** A sequence of values of one type. */
public record ListType(ValType element) implements ValType {
    @Override
    public String toString() {
        return "list<" + element + ">";
    }
}
