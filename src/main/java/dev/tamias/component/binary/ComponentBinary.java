package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType.ComponentType;
import java.util.List;

/**
 * A decoded and validated component: what it defines, in the order in which an instantiation
 * carries it out, and its type. No type index is left; the other indices are into the index spaces
 * that the definitions fill one after the other.
 *
 * @param resourceIds how many {@link dev.tamias.component.type.ResourceId}s the whole binary (the
 *     outermost component with all that is nested in it) mentions
 */
public record ComponentBinary(List<Definition> definitions, ComponentType type, int resourceIds) {

    public ComponentBinary {
        definitions = List.copyOf(definitions);
    }
}
