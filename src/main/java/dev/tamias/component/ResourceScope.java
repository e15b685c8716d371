package dev.tamias.component;

import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.type.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the resource ids of one binary stand for. Types of two binaries are compared by it: every id
 * is replaced by the {@link ResourceType#id() id} of the resource type at run time, and what is
 * abstract, within a component type, stands for itself until it is bound.
 */
final class ResourceScope {

    private final Function<ResourceId, @Nullable ResourceType> bound;
    private final @Nullable ResourceScope outer;
    private final Map<ResourceId, ResourceId> variables = new HashMap<>();

    private ResourceScope(
            Function<ResourceId, @Nullable ResourceType> bound, @Nullable ResourceScope outer) {
        this.bound = bound;
        this.outer = outer;
    }

    /** Of the types that a running instance knows. */
    static ResourceScope of(InstanceState state) {
        return new ResourceScope(state::bound, null);
    }

    /** Of types that are being linked. */
    static ResourceScope of(Map<ResourceId, ResourceType> linked) {
        return new ResourceScope(linked::get, null);
    }

    /** Of types that the host writes, with the ids of its own resource types. */
    static ResourceScope host() {
        return new ResourceScope(id -> null, null);
    }

    /** A scope within this one, for the variables of a component type. */
    ResourceScope nested() {
        return new ResourceScope(id -> null, this);
    }

    /** What the id stands for; the id itself where it is abstract. */
    ResourceId get(ResourceId id) {
        ResourceId known = find(id);
        return known == null ? id : known;
    }

    /** Whether the id stands for something here. */
    boolean knows(ResourceId id) {
        return find(id) != null;
    }

    private @Nullable ResourceId find(ResourceId id) {
        ResourceId variable = variables.get(id);
        if (variable != null) {
            return variable;
        }
        ResourceType type = bound.apply(id);
        if (type != null) {
            return type.id();
        }
        return outer == null ? null : outer.find(id);
    }

    /** Lets a variable stand for {@code actual} from now on. */
    void bind(ResourceId variable, ResourceId actual) {
        variables.put(variable, actual);
    }
}
