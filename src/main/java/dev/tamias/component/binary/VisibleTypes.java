package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that have a name among the imports, or among the imports and exports, of a component:
 * only they may be mentioned where the component is seen from outside (Explainer.md, "External
 * Visibility of Types"). Which name a type is mentioned under is told by its object.
 */
final class VisibleTypes {

    private enum Kind {
        IMPORTS,
        EXPORTS,

        /** The exports of an instance type, which give names within it only. */
        TYPE
    }

    private final ComponentScope scope;
    private final Kind kind;
    private final @Nullable VisibleTypes outer;

    /** Types with a name, and types without that mention nothing but such. */
    private final Set<Object> visible = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<ResourceId> resources = new HashSet<>();

    private VisibleTypes(ComponentScope scope, Kind kind, @Nullable VisibleTypes outer) {
        this.scope = scope;
        this.kind = kind;
        this.outer = outer;
    }

    /** What imports may mention. */
    static VisibleTypes ofImports(ComponentScope scope) {
        return new VisibleTypes(scope, Kind.IMPORTS, null);
    }

    /** What exports may mention, which is more. */
    static VisibleTypes ofExports(ComponentScope scope, VisibleTypes imports) {
        return new VisibleTypes(scope, Kind.EXPORTS, imports);
    }

    /**
     * Adds the types that something imported or exported names; null where it mentions only visible
     * ones, else what it must not mention.
     */
    @Nullable String add(ExternType type) {
        scope.state.work();
        if (type instanceof ExternType.Func func) {
            return hidden(func.type());
        }
        if (type instanceof ExternType.Instance instance) {
            return add(instance.type());
        }
        if (type instanceof ExternType.Component) {
            return hiddenResource(type);
        }
        return type instanceof ExternType.Type bounded ? add(bounded.bound()) : null;
    }

    private @Nullable String add(InstanceType type) {
        if (isVisible(type)) {
            return null;
        }
        for (ExternType each : type.exports().values()) {
            String hidden = add(each);
            if (hidden != null) {
                return hidden;
            }
        }
        visible.add(type);
        return null;
    }

    private @Nullable String add(TypeBound bound) {
        if (bound instanceof TypeBound.Resource resource) {
            return add(resource.id());
        }
        AnyType type = ((TypeBound.Equal) bound).type();
        String hidden = hidden(type);
        if (hidden != null) {
            return hidden;
        }
        if (kind == Kind.IMPORTS && scope.equalsExport(type)) {
            return "a type that has its name from an export";
        }
        visible.add(type);
        if (type instanceof AnyType.Value value) {
            visible.add(value.type());
        }
        return null;
    }

    private @Nullable String add(ResourceId id) {
        boolean introduced =
                switch (kind) {
                    case IMPORTS -> !scope.isLocal(id) && !scope.equalsExport(id);
                    case EXPORTS -> true;
                    case TYPE -> !scope.owns(id) || names(id);
                };
        if (!introduced) {
            return title(id);
        }
        visible.add(id);
        resources.add(id);
        return null;
    }

    /** What a type mentions besides itself. */
    private @Nullable String hidden(AnyType type) {
        if (type instanceof AnyType.Value value) {
            return hiddenPart(value.type());
        }
        if (type instanceof AnyType.Func func) {
            return hidden(func.type());
        }
        if (type instanceof AnyType.Instance instance) {
            return new VisibleTypes(scope, Kind.TYPE, this).add(instance.type());
        }
        return type instanceof AnyType.Component component
                ? hiddenResource(new ExternType.Component(component.type()))
                : null;
    }

    private @Nullable String hidden(FuncType type) {
        return scope.state.facts.of(type).nominal() ? hiddenIn(TypeParts.of(type)) : null;
    }

    private @Nullable String hidden(ValType type) {
        if (!scope.state.facts.of(type).nominal() || isVisible(type)) {
            return null;
        }
        if (TypeFacts.mustHaveName(type)) {
            return title(type);
        }
        String hidden = hiddenPart(type);
        if (hidden == null) {
            visible.add(type);
        }
        return hidden;
    }

    private @Nullable String hiddenPart(ValType type) {
        if (type instanceof OwnType own) {
            return hidden(own.resource());
        }
        if (type instanceof BorrowType borrow) {
            return hidden(borrow.resource());
        }
        return hiddenIn(TypeParts.of(type));
    }

    private @Nullable String hidden(ResourceId id) {
        return isVisible(id) ? null : title(id);
    }

    private @Nullable String hiddenIn(List<ValType> parts) {
        for (ValType part : parts) {
            scope.state.work();
            String hidden = hidden(part);
            if (hidden != null) {
                return hidden;
            }
        }
        return null;
    }

    /** The types of a component are its own, but for the resource types that it takes from here. */
    private @Nullable String hiddenResource(ExternType component) {
        if (!scope.state.facts.of(component).resources()) {
            return null;
        }
        for (ResourceId id : new ResourceUse(scope.state).of(component)) {
            if (scope.owns(id) && !names(id)) {
                return title(id);
            }
        }
        return null;
    }

    /** Whether a name of the object was added here, and not only to those that are visible too. */
    boolean isAdded(Object typeOrId) {
        return visible.contains(typeOrId);
    }

    private boolean isVisible(Object type) {
        return visible.contains(type) || outer != null && outer.isVisible(type);
    }

    private boolean names(ResourceId id) {
        return resources.contains(id) || outer != null && outer.names(id);
    }

    private static String title(ResourceId id) {
        return "resource type " + id.name();
    }

    private static String title(ValType type) {
        if (type instanceof RecordType record) {
            return "a record type with field \"" + record.fields().get(0).name() + "\"";
        }
        if (type instanceof EnumType cases) {
            return "an enum type with case \"" + cases.labels().get(0) + "\"";
        }
        return type instanceof FlagsType flags
                ? "a flags type with label \"" + flags.labels().get(0) + "\""
                : "a variant type";
    }
}
