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
    final NameSpace imports = new NameSpace("import");
    final NameSpace exports = new NameSpace("export");

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

    private final Set<ResourceId> imported = new HashSet<>();
    private final Set<ResourceId> exported = new HashSet<>();
    private final int depth;
    private boolean open = true;

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
        coreTables = new IndexSpace<>("core table", few);
        coreMemories = new IndexSpace<>("core memory", few);
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

    boolean isOpen() {
        return open;
    }

    /** Ends the scope; its resource types become variables of its type. */
    void close() {
        open = false;
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
        requireVisible(offset, name, type, imported, Set.of());
        imports.add(offset, name, type);
        append(offset, type);
    }

    void addExport(int offset, String name, ExternType type) {
        requireVisible(offset, name, type, exported, imported);
        exports.add(offset, name, type);
        append(offset, type);
    }

    /**
     * A type that is seen from outside mentions no resource type of the scope that is not.
     *
     * @param named where the resource types that the type itself names are added
     */
    private void requireVisible(
            int offset,
            String name,
            ExternType type,
            Set<ResourceId> named,
            Set<ResourceId> others) {
        if (!state.facts.of(type).resources()) {
            return;
        }
        ResourceIds.named(type, named::add);
        for (ResourceId id : new ResourceUse(state).of(type)) {
            if (state.resources.belongsTo(id, this)
                    && !named.contains(id)
                    && !others.contains(id)) {
                throw BrokenRule.invalid(
                        offset,
                        "\""
                                + name
                                + "\" mentions resource type "
                                + id.name()
                                + ", which is neither imported nor exported before");
            }
        }
    }

    ComponentType componentType() {
        return new ComponentType(imports.types(), exports.types());
    }

    InstanceType instanceType() {
        return new InstanceType(exports.types());
    }
}
