package dev.tamias.component;

import dev.tamias.component.LinkerInstance.InstanceOffer;
import dev.tamias.component.LinkerInstance.Offer;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.Trap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Offers what a component imports and a linker does not offer: functions that trap by name, and
 * resource types of which there is never a resource.
 */
final class UnknownImports {

    /** Resource types that an earlier import has introduced: those are not offered again. */
    private final Set<ResourceId> known = new HashSet<>();

    private UnknownImports() {}

    /** See {@link Linker#defineUnknownImportsAsTraps(Component, Predicate)}. */
    static void define(
            Map<String, ExternType> imports, LinkerInstance root, Predicate<String> which) {
        UnknownImports unknown = new UnknownImports();
        imports.forEach(
                (name, type) -> {
                    if (which.test(name)) {
                        unknown.define(name, type, root, "");
                    } else {
                        unknown.learn(type);
                    }
                });
    }

    /** @param prefix the name of the instance with a {@code #} behind it, or nothing */
    private void define(String name, ExternType type, LinkerInstance to, String prefix) {
        Offer offer = to.offer(name);
        if (type instanceof ExternType.Instance instance
                && (offer == null || offer instanceof InstanceOffer)) {
            LinkerInstance nested =
                    offer instanceof InstanceOffer some ? some.instance() : to.instance(name);
            instance.type()
                    .exports()
                    .forEach((each, its) -> define(each, its, nested, prefix + name + "#"));
        } else if (type instanceof ExternType.Func && offer == null) {
            to.func(name, arguments -> trap(prefix + name));
        } else if (type instanceof ExternType.Type bounded) {
            ResourceId id = Frame.resourceId(bounded.bound());
            if (id != null && known.add(id) && offer == null) {
                to.resource(name, ResourceType.host(name, rep -> {}));
            }
        } else {
            learn(type);
        }
    }

    private void learn(ExternType type) {
        if (type instanceof ExternType.Instance instance) {
            instance.type().exports().values().forEach(this::learn);
        } else if (type instanceof ExternType.Type bounded) {
            ResourceId id = Frame.resourceId(bounded.bound());
            if (id != null) {
                known.add(id);
            }
        }
    }

    private static Val trap(String name) {
        throw new Trap("the guest called \"" + name + "\", which the host does not offer");
    }
}
