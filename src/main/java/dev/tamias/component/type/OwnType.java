package dev.tamias.component.type;

/** A handle that owns its resource. */
public record OwnType(ResourceId resource) implements ValType {
    @Override
    public String toString() {
        return "own<" + resource + ">";
    }
}
