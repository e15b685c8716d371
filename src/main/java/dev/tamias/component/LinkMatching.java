package dev.tamias.component;

import dev.tamias.component.binary.CoreMatching;
import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.model.GuestText;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether something can be given where a type is asked for, at run time (Explainer.md, "Type
 * Checking"): an instance may export more and a component import less than is asked for; core
 * modules match as the core specification says; all other types are to be equal. A mismatch is
 * answered as the reason, for a message.
 */
final class LinkMatching {

    private final ResourceScope given;
    private final ResourceScope wanted;
    private final LinkWork work;
    private final TypeComparison comparison;

    private LinkMatching(ResourceScope given, ResourceScope wanted, LinkWork work) {
        this.given = given;
        this.wanted = wanted;
        this.work = work;
        this.comparison = new TypeComparison(given, wanted, work);
    }

    /**
     * Null where {@code actual} is of the type that is asked for, else why it is not.
     *
     * @param scope of the ids in {@code type}, where those are bound that it introduces
     */
    static @Nullable String mismatch(
            RuntimeItem actual, ExternType type, ResourceScope scope, LinkWork work) {
        work.step();
        if (actual instanceof FuncItem func && type instanceof ExternType.Func asked) {
            return new LinkMatching(scope(func), scope, work).compare(func.type(), asked.type());
        }
        if (actual instanceof InstanceItem instance && type instanceof ExternType.Instance asked) {
            return mismatch(instance, asked.type(), scope, work);
        }
        if (actual instanceof ModuleItem module && type instanceof ExternType.Module asked) {
            return CoreMatching.mismatch(module.type(), asked.type());
        }
        if (actual instanceof ComponentItem component
                && type instanceof ExternType.Component asked) {
            return new LinkMatching(component.scope(), scope, work)
                    .compare(component.binary().type(), asked.type());
        }
        if (actual instanceof ResourceItem resource && type instanceof ExternType.Type asked) {
            ResourceId id = Frame.resourceId(asked.bound());
            return id == null
                    ? "a resource type is given for a type of another kind"
                    : new LinkMatching(ResourceScope.host(), scope, work)
                            .compare(resource.type().id(), id);
        }
        if (actual instanceof TypeItem some
                && type instanceof ExternType.Type asked
                && asked.bound() instanceof TypeBound.Equal equal) {
            return new LinkMatching(some.scope(), scope, work).compare(some.type(), equal.type());
        }
        return given(title(actual), type);
    }

    private static @Nullable String mismatch(
            InstanceItem actual, ExternType.InstanceType type, ResourceScope scope, LinkWork work) {
        for (Map.Entry<String, ExternType> each : type.exports().entrySet()) {
            RuntimeItem item = actual.get(each.getKey());
            String reason =
                    item == null ? "is missing" : mismatch(item, each.getValue(), scope, work);
            if (reason != null) {
                return export(each.getKey(), reason);
            }
        }
        return null;
    }

    /** Of the resource ids in the function's type. */
    static ResourceScope scope(FuncItem func) {
        return func instanceof HostFuncItem host
                ? host.scope()
                : ResourceScope.of(((LiftedFunc) func).options().instance());
    }

    /** The reason that something of another kind is given. */
    static String given(String title, ExternType type) {
        return withArticle(title) + " is given for " + withArticle(title(type));
    }

    private static String withArticle(String title) {
        return (title.startsWith("i") ? "an " : "a ") + title;
    }

    /** What a person calls something of that kind. */
    static String title(RuntimeItem item) {
        if (item instanceof FuncItem) {
            return "function";
        }
        if (item instanceof InstanceItem) {
            return "instance";
        }
        if (item instanceof ModuleItem) {
            return "core module";
        }
        if (item instanceof ComponentItem) {
            return "component";
        }
        return item instanceof ResourceItem ? "resource" : "type";
    }

    static String title(ExternType type) {
        return type instanceof ExternType.Type bounded && Frame.resourceId(bounded.bound()) != null
                ? "resource"
                : type.title();
    }

    private @Nullable String compare(ExternType actual, ExternType type) {
        work.step();
        if (actual instanceof ExternType.Func some && type instanceof ExternType.Func asked) {
            return compare(some.type(), asked.type());
        }
        if (actual instanceof ExternType.Instance some
                && type instanceof ExternType.Instance asked) {
            return compareAll(some.type().exports(), asked.type().exports());
        }
        if (actual instanceof ExternType.Component some
                && type instanceof ExternType.Component asked) {
            return compare(some.type(), asked.type());
        }
        if (actual instanceof ExternType.Module some && type instanceof ExternType.Module asked) {
            return CoreMatching.mismatch(some.type(), asked.type());
        }
        if (actual instanceof ExternType.Type some && type instanceof ExternType.Type asked) {
            return compare(some.bound(), asked.bound());
        }
        return given(title(actual), type);
    }

    private @Nullable String compareAll(
            Map<String, ExternType> actual, Map<String, ExternType> asked) {
        for (Map.Entry<String, ExternType> each : asked.entrySet()) {
            ExternType some = actual.get(each.getKey());
            String reason = some == null ? "is missing" : compare(some, each.getValue());
            if (reason != null) {
                return export(each.getKey(), reason);
            }
        }
        return null;
    }

    private static String export(String name, String reason) {
        return "its export \"" + name + "\": " + reason;
    }

    /** What is given is used with the imports that are asked for, and has to offer the exports. */
    private @Nullable String compare(ComponentType actual, ComponentType asked) {
        ResourceScope inner = given.nested();
        ResourceScope outer = wanted.nested();
        named(asked.imports(), id -> bind(outer, id, outer.get(id)));
        LinkMatching imports = new LinkMatching(outer, inner, work);
        for (Map.Entry<String, ExternType> each : actual.imports().entrySet()) {
            ExternType offered = asked.imports().get(each.getKey());
            String reason =
                    offered == null ? "is not expected" : imports.compare(offered, each.getValue());
            if (reason != null) {
                return "its import \"" + each.getKey() + "\": " + reason;
            }
        }
        return new LinkMatching(inner, outer, work).compareAll(actual.exports(), asked.exports());
    }

    private static void named(Map<String, ExternType> types, Consumer<ResourceId> each) {
        for (ExternType type : types.values()) {
            ResourceId id =
                    type instanceof ExternType.Type bounded
                            ? Frame.resourceId(bounded.bound())
                            : null;
            if (id != null) {
                each.accept(id);
            } else if (type instanceof ExternType.Instance instance) {
                named(instance.type().exports(), each);
            }
        }
    }

    private static void bind(ResourceScope scope, ResourceId variable, ResourceId actual) {
        if (!scope.knows(variable)) {
            scope.bind(variable, actual);
        }
    }

    private @Nullable String compare(TypeBound actual, TypeBound asked) {
        ResourceId some = Frame.resourceId(actual);
        ResourceId other = Frame.resourceId(asked);
        if (some != null && other != null) {
            return compare(some, other);
        }
        return actual instanceof TypeBound.Equal one && asked instanceof TypeBound.Equal two
                ? compare(one.type(), two.type())
                : "a type is given where a resource type is to be, or the reverse";
    }

    private @Nullable String compare(ResourceId actual, ResourceId asked) {
        bind(wanted, asked, given.get(actual));
        return comparison.same(actual, asked)
                ? null
                : "another resource type is given for " + asked;
    }

    private @Nullable String compare(FuncType actual, FuncType asked) {
        if (comparison.same(actual, asked)) {
            return null;
        }
        String differs =
                actual.toString().equals(asked.toString())
                        ? ", of the same names and with other resource types"
                        : "";
        return show(actual) + " is given for " + show(asked) + differs;
    }

    private static String show(FuncType type) {
        return GuestText.oneLine(type.toString());
    }

    private @Nullable String compare(AnyType actual, AnyType asked) {
        boolean same;
        if (actual instanceof AnyType.Instance one && asked instanceof AnyType.Instance other) {
            same =
                    mutual(
                            new ExternType.Instance(one.type()),
                            new ExternType.Instance(other.type()));
        } else if (actual instanceof AnyType.Component one
                && asked instanceof AnyType.Component other) {
            same =
                    mutual(
                            new ExternType.Component(one.type()),
                            new ExternType.Component(other.type()));
        } else {
            same = comparison.same(actual, asked);
        }
        return same ? null : "another type is given";
    }

    private boolean mutual(ExternType actual, ExternType asked) {
        ResourceScope some = given.nested();
        ResourceScope other = wanted.nested();
        return new LinkMatching(some, other, work).compare(actual, asked) == null
                && new LinkMatching(wanted.nested(), given.nested(), work).compare(asked, actual)
                        == null;
    }
}
