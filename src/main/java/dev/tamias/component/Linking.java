package dev.tamias.component;

import dev.tamias.component.LinkerInstance.FuncOffer;
import dev.tamias.component.LinkerInstance.InstanceOffer;
import dev.tamias.component.LinkerInstance.ItemOffer;
import dev.tamias.component.LinkerInstance.Offer;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a component imports among what a linker offers, and checks that it is of the types
 * that are asked for. All that is missing or does not fit is found at once.
 */
final class Linking {

    private final Map<ResourceId, ResourceType> resources = new HashMap<>();
    private final ResourceScope scope = ResourceScope.of(resources);
    private final LinkWork work = new LinkWork();
    private final Map<String, RuntimeItem> items = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();

    private Linking() {}

    /**
     * Links the imports of a component to what is offered; without an exception where that fails.
     */
    static Linking of(LinkerInstance root, Map<String, ExternType> imports) {
        Linking linking = new Linking();
        linking.link(root, imports, "", linking.items);
        return linking;
    }

    /** What is imported and not offered; see {@link Linker#missing}. */
    List<String> missing() {
        return missing;
    }

    /** What is offered and does not fit; see {@link Linker#mismatches}. */
    List<String> mismatches() {
        return mismatches;
    }

    /**
     * What the imports are linked to, by their names.
     *
     * @throws LinkException naming all that is missing or does not fit
     */
    Map<String, RuntimeItem> items() {
        if (!missing.isEmpty() || !mismatches.isEmpty()) {
            throw new LinkException(missing, mismatches);
        }
        return items;
    }

    private void link(
            @Nullable LinkerInstance from,
            Map<String, ExternType> imports,
            String prefix,
            Map<String, RuntimeItem> to) {
        imports.forEach(
                (name, type) -> {
                    Offer offer = from == null ? null : from.offer(name);
                    RuntimeItem item = resolve(offer, type, prefix + name);
                    if (item != null) {
                        to.put(name, item);
                    }
                });
    }

    /** What satisfies the import of that name and type; null where nothing does, which is noted. */
    private @Nullable RuntimeItem resolve(@Nullable Offer offer, ExternType type, String name) {
        if (type instanceof ExternType.Instance instance
                && (offer == null || offer instanceof InstanceOffer)) {
            LinkerInstance from = offer instanceof InstanceOffer some ? some.instance() : null;
            Map<String, RuntimeItem> exports = new LinkedHashMap<>();
            link(from, instance.type().exports(), name + "#", exports);
            return new InstanceItem(exports);
        }
        if (type instanceof ExternType.Type bounded
                && (offer == null || Frame.resourceId(bounded.bound()) == null)) {
            return known(bounded.bound(), name);
        }
        if (offer == null) {
            missing.add(missing(name, type));
            return null;
        }
        RuntimeItem item = item(offer, type, name);
        return item == null ? null : checked(item, type, name);
    }

    private static String missing(String name, ExternType type) {
        return "\"" + name + "\" (" + LinkMatching.title(type) + ")";
    }

    /**
     * A type that is not offered: one without identity, or one that an earlier import has named.
     */
    private @Nullable RuntimeItem known(TypeBound bound, String name) {
        ResourceId id = Frame.resourceId(bound);
        if (id == null) {
            return new TypeItem(((TypeBound.Equal) bound).type(), scope);
        }
        ResourceType type = resources.get(id);
        if (type == null) {
            missing.add(missing(name, new ExternType.Type(bound)));
            return null;
        }
        return new ResourceItem(type);
    }

    private @Nullable RuntimeItem item(Offer offer, ExternType type, String name) {
        if (offer instanceof ItemOffer some) {
            return some.item();
        }
        if (offer instanceof FuncOffer some) {
            if (some.type() != null) {
                return new HostFuncItem(name, some.type(), some.func(), ResourceScope.host());
            }
            if (type instanceof ExternType.Func func) {
                return new HostFuncItem(name, func.type(), some.func(), scope);
            }
        }
        mismatch(
                name,
                LinkMatching.given(offer instanceof FuncOffer ? "function" : "instance", type));
        return null;
    }

    private RuntimeItem checked(RuntimeItem item, ExternType type, String name) {
        bind(type, item);
        String reason = LinkMatching.mismatch(item, type, scope, work);
        if (reason != null) {
            mismatch(name, reason);
        }
        return InstanceItem.seenAs(type, item);
    }

    /**
     * Lets the resource ids that a type introduces stand for what {@code item} has in their places.
     */
    private void bind(ExternType type, @Nullable RuntimeItem item) {
        if (type instanceof ExternType.Type bounded && item instanceof ResourceItem resource) {
            ResourceId id = Frame.resourceId(bounded.bound());
            if (id != null) {
                resources.putIfAbsent(id, resource.type());
            }
        } else if (type instanceof ExternType.Instance wanted
                && item instanceof InstanceItem instance) {
            wanted.type().exports().forEach((name, each) -> bind(each, instance.get(name)));
        }
    }

    private void mismatch(String name, String reason) {
        mismatches.add("import \"" + name + "\" does not fit: " + reason);
    }
}
