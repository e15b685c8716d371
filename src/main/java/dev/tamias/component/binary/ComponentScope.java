package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ModuleType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.engine.binary.CoreType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component, component type or instance type while it is decoded: its index spaces with the types
 * of what is in them, its imports and exports, and its definitions so far.
 */
final class ComponentScope {

    /** What the scope is of. */
    enum Kind {
        COMPONENT,
        COMPONENT_TYPE,
        INSTANCE_TYPE
    }

    final Kind kind;
    final @Nullable ComponentScope parent;
    final DecodeState state;
    final List<Definition> definitions = new ArrayList<>();
    final NameSpace imports = new NameSpace(NameSpace.Kind.IMPORTS);
    final NameSpace exports = new NameSpace(NameSpace.Kind.EXPORTS);

    final IndexSpace<ModuleType> coreModules;
    final IndexSpace<Map<String, CoreType>> coreInstances;
    final IndexSpace<CoreDefType> coreTypes;
    final IndexSpace<CoreType.Func> coreFuncs;
    final IndexSpace<CoreType.Table> coreTables;
    final IndexSpace<CoreType.Memory> coreMemories;
    final IndexSpace<CoreType.Global> coreGlobals;
    final IndexSpace<CoreType.Tag> coreTags;
    final IndexSpace<AnyType> types;
    final IndexSpace<FuncType> funcs;
    final IndexSpace<InstanceType> instances;
    final IndexSpace<ComponentType> components;

    /** Resource types that this component defines: only they can be made and looked into here. */
    final Set<ResourceId> defined = new HashSet<>();

    private final List<ResourceId> own = new ArrayList<>();
    private final Set<ResourceId> local = new HashSet<>();
    private final VisibleTypes importable = VisibleTypes.ofImports(this);
    private final VisibleTypes exportable = VisibleTypes.ofExports(this, importable);
    private final int depth;

    private ComponentScope(
            Kind kind, @Nullable ComponentScope parent, DecodeState state, int depth) {
        this.kind = kind;
        this.parent = parent;
        this.state = state;
        this.depth = depth;
        int many = state.limits.definitions();
        int few = state.limits.containers();
        coreModules = new IndexSpace<>("core module", few);
        coreInstances = new IndexSpace<>("core instance", few);
        coreTypes = new IndexSpace<>("core type", many);
        coreFuncs = new IndexSpace<>("core function", many);
        coreTables = new IndexSpace<>("core table", many);
        coreMemories = new IndexSpace<>("core memory", many);
        coreGlobals = new IndexSpace<>("core global", many);
        coreTags = new IndexSpace<>("core tag", many);
        types = new IndexSpace<>("type", many);
        funcs = new IndexSpace<>("function", many);
        instances = new IndexSpace<>("instance", few);
        components = new IndexSpace<>("component", few);
    }

    /** The scope of the outermost component. */
    static ComponentScope root(DecodeState state) {
        return new ComponentScope(Kind.COMPONENT, null, state, 1);
    }

    /** A scope within this one. */
    ComponentScope nested(int offset, Kind nestedKind) {
        if (depth >= state.limits.nesting()) {
            throw BrokenRule.invalid(
                    offset,
                    "components and types are nested deeper than "
                            + state.limits.nesting()
                            + " levels");
        }
        return new ComponentScope(nestedKind, this, state, depth + 1);
    }

    /** A new resource type that an import introduces. */
    ResourceId imported(String name) {
        ResourceId id = state.resources.fresh(name, this);
        own.add(id);
        return id;
    }

    /** A new resource type that is introduced by anything but an import. */
    ResourceId local(String name) {
        ResourceId id = imported(name);
        local.add(id);
        return id;
    }

    /** Whether the resource type was introduced in this scope. */
    boolean owns(ResourceId id) {
        return state.resources.belongsTo(id, this);
    }

    /** Whether the resource type was introduced in this scope by anything but an import. */
    boolean isLocal(ResourceId id) {
        return local.contains(id);
    }

    /** Whether a type is to equal one that has its name from an export: no import may ask that. */
    boolean equalsExport(Object typeOrId) {
        Object origin = state.facts.origin(typeOrId);
        return origin != null && exportable.isAdded(origin) && !importable.isAdded(origin);
    }

    /** Ends the scope; its resource types become variables of its type. */
    void close() {
        own.forEach(state.resources::release);
    }

    /** The scope {@code count} scopes outward. */
    ComponentScope outward(int offset, int count) {
        ComponentScope scope = this;
        for (int i = 0; i < count; i++) {
            if (scope.parent == null) {
                throw BrokenRule.invalid(
                        offset,
                        "an outer alias reaches " + count + " scopes outward, and there are " + i);
            }
            scope = scope.parent;
        }
        return scope;
    }

    /** Something of that type is new in the index space of its sort. */
    void append(int offset, ExternType type) {
        if (type instanceof ExternType.Func func) {
            funcs.add(offset, func.type());
        } else if (type instanceof ExternType.Type bounded) {
            types.add(offset, anyType(bounded.bound()));
        } else if (type instanceof ExternType.Instance instance) {
            instances.add(offset, instance.type());
        } else if (type instanceof ExternType.Component component) {
            components.add(offset, component.type());
        } else if (type instanceof ExternType.Module module) {
            coreModules.add(offset, module.type());
        }
    }

    private static AnyType anyType(TypeBound bound) {
        return bound instanceof TypeBound.Equal equal
                ? equal.type()
                : new AnyType.Resource(((TypeBound.Resource) bound).id());
    }

    void addImport(int offset, String name, ExternType type) {
        requireVisible(offset, name, "is not imported before; import", importable, type);
        imports.add(offset, name, type);
        append(offset, type);
    }

    void addExport(int offset, String name, ExternType type) {
        String rule = "is neither imported nor exported before; import or export";
        requireVisible(offset, name, rule, exportable, type);
        exports.add(offset, name, type);
        append(offset, type);
    }

    /**
     * What is seen from outside mentions only types that are. An instance type is exempt: it is
     * judged where something is of that type, since its user may name what it mentions.
     */
    private void requireVisible(
            int offset, String name, String rule, VisibleTypes visible, ExternType type) {
        String hidden = kind == Kind.INSTANCE_TYPE ? null : visible.add(type);
        if (hidden != null) {
            throw BrokenRule.invalid(
                    offset,
                    "\""
                            + name
                            + "\" mentions "
                            + hidden
                            + ", which "
                            + rule
                            + " the type, and use the type index that this adds");
        }
    }

    ComponentType componentType() {
        return new ComponentType(imports.types(), exports.types());
    }

    InstanceType instanceType() {
        return new InstanceType(exports.types());
    }
}
