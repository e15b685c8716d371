package dev.tamias.component.binary;

import dev.tamias.component.type.ResourceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the resource types of a whole binary and knows the scope that each belongs to.
 *
 * <p>While a scope is open its ids are constants for everything within. Once it is closed they are
 * variables of the type that it left behind, to be renamed at each use of that type: an import of
 * an instance type, an instantiation of a component. So the variables of a type in use are exactly
 * the ids whose scope is closed.
 */
final class ResourceIds {

    private final List<@Nullable ComponentScope> owners = new ArrayList<>();

    /** A new id that belongs to {@code scope}. */
    ResourceId fresh(String name, ComponentScope scope) {
        return add(name, scope);
    }

    /** A new id that is a variable from the start. */
    ResourceId variable(String name) {
        return add(name, null);
    }

    private ResourceId add(String name, @Nullable ComponentScope scope) {
        ResourceId id = new ResourceId(owners.size(), name);
        owners.add(scope);
        return id;
    }

    int count() {
        return owners.size();
    }

    /** From now on the id, and its aliases, are variables. */
    void release(ResourceId id) {
        owners.set(id.index(), null);
    }

    boolean isVariable(ResourceId id) {
        return owners.get(id.index()) == null;
    }

    boolean belongsTo(ResourceId id, ComponentScope scope) {
        return owners.get(id.index()) == scope;
    }
}
