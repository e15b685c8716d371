package dev.tamias.component.type;

/** A handle lent for the time of a call. */
public record BorrowType(ResourceId resource) implements ValType {
    @Override
    public String toString() {
        return "borrow<" + resource + ">";
    }
}
