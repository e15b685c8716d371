package dev.tamias.component;

import dev.tamias.component.LinkerInstance.ExportsOffer;
import dev.tamias.component.LinkerInstance.FuncOffer;
import dev.tamias.component.LinkerInstance.InstanceOffer;
import dev.tamias.component.LinkerInstance.ModuleOffer;
import dev.tamias.component.LinkerInstance.Offer;
import dev.tamias.component.LinkerInstance.ResourceOffer;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a component imports among what a linker offers. */
final class ImportResolver {

    private final Engine engine;
    private final LinkerInstance root;

    ImportResolver(Engine engine, LinkerInstance root) {
        this.engine = engine;
        this.root = root;
    }

    /** The imports that are not offered; see {@link Linker#missing}. */
    static List<String> missing(LinkerInstance root, Map<String, ExternType> imports) {
        List<String> missing = new ArrayList<>();
        findMissing(imports, root, "", new HashSet<>(), missing);
        return missing;
    }

    /**
     * @param known the resource types mentioned before: one that another import has introduced need
     *     not be offered again
     */
    private static void findMissing(
            Map<String, ExternType> wanted,
            @Nullable LinkerInstance from,
            String prefix,
            Set<ResourceId> known,
            List<String> missing) {
        wanted.forEach(
                (name, type) -> {
                    Offer offer = from == null ? null : from.offer(name);
                    if (type instanceof ExternType.Instance instance
                            && !(offer instanceof ExportsOffer)) {
                        LinkerInstance nested =
                                offer instanceof InstanceOffer some ? some.instance() : null;
                        findMissing(
                                instance.type().exports(),
                                nested,
                                prefix + name + "#",
                                known,
                                missing);
                    } else if (!satisfies(type, offer, known)) {
                        missing.add("\"" + prefix + name + "\" (" + title(type) + ")");
                    }
                });
    }

    private static boolean satisfies(
            ExternType type, @Nullable Offer offer, Set<ResourceId> known) {
        if (type instanceof ExternType.Type bounded) {
            ResourceId id = Frame.resourceId(bounded.bound());
            return id == null || !known.add(id) || offer instanceof ResourceOffer;
        }
        if (type instanceof ExternType.Func) {
            return offer instanceof FuncOffer;
        }
        if (type instanceof ExternType.Module) {
            return offer instanceof ModuleOffer;
        }
        return offer instanceof ExportsOffer exports
                && type instanceof ExternType.Instance instance
                && exports.exports().names().containsAll(needed(instance.type()));
    }

    private static List<String> needed(ExternType.InstanceType type) {
        return type.exports().entrySet().stream()
                .filter(each -> !(each.getValue() instanceof ExternType.Type))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String title(ExternType type) {
        return type instanceof ExternType.Type ? "resource" : type.title();
    }

    /** What satisfies an import; null where it is a type without identity. */
    @Nullable RuntimeItem resolve(String name, ExternType type, Frame frame) {
        return resolve(root, name, type, frame);
    }

    private @Nullable RuntimeItem resolve(
            @Nullable LinkerInstance from, String name, ExternType type, Frame frame) {
        Offer offer = from == null ? null : from.offer(name);
        if (type instanceof ExternType.Func func && offer instanceof FuncOffer found) {
            return new HostFuncItem(func.type(), found.func());
        }
        if (type instanceof ExternType.Module && offer instanceof ModuleOffer found) {
            CoreBinary module = found.module();
            return new ModuleItem(engine.compile(module, TypeSpace.of(List.of(module))));
        }
        if (type instanceof ExternType.Instance && offer instanceof ExportsOffer found) {
            return found.exports();
        }
        if (type instanceof ExternType.Instance instance) {
            return instance(offer, instance.type(), frame);
        }
        if (type instanceof ExternType.Type bounded) {
            ResourceId id = Frame.resourceId(bounded.bound());
            return id == null ? null : resource(offer, id, frame);
        }
        throw new LinkException(List.of("\"" + name + "\" (" + type.title() + ")"));
    }

    private InstanceItem instance(
            @Nullable Offer offer, ExternType.InstanceType type, Frame frame) {
        LinkerInstance from = offer instanceof InstanceOffer some ? some.instance() : null;
        Map<String, RuntimeItem> exports = new LinkedHashMap<>();
        type.exports()
                .forEach(
                        (name, wanted) -> {
                            RuntimeItem item = resolve(from, name, wanted, frame);
                            if (item != null) {
                                exports.put(name, item);
                                frame.bind(wanted, item);
                            }
                        });
        return new InstanceItem(exports);
    }

    private static ResourceItem resource(@Nullable Offer offer, ResourceId id, Frame frame) {
        ResourceType bound = frame.state.bound(id);
        if (bound != null) {
            return new ResourceItem(bound);
        }
        if (offer instanceof ResourceOffer found) {
            return new ResourceItem(found.type());
        }
        throw new LinkException(List.of("\"" + id.name() + "\" (resource)"));
    }
}
