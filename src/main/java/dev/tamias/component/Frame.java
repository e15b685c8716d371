package dev.tamias.component;

import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.binary.Definition.CoreItem;
import dev.tamias.component.binary.Definition.Item;
import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.engine.CoreExtern;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreGlobal;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.CoreTable;
import dev.tamias.engine.binary.CoreBinary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index spaces of one component instance while its definitions are carried out. */
final class Frame {

    final InstanceState state;
    final @Nullable Frame outer;
    final List<CoreBinary> coreModules = new ArrayList<>();
    final List<Map<String, CoreExtern>> coreInstances = new ArrayList<>();
    final List<CoreFunc> coreFuncs = new ArrayList<>();
    final List<CoreMemory> coreMemories = new ArrayList<>();
    final List<CoreExtern> coreTables = new ArrayList<>();
    final List<CoreExtern> coreGlobals = new ArrayList<>();
    final List<CoreExtern> coreTags = new ArrayList<>();
    final List<ComponentItem> components = new ArrayList<>();
    final List<InstanceItem> instances = new ArrayList<>();
    final List<FuncItem> funcs = new ArrayList<>();
    final Map<String, RuntimeItem> exports = new LinkedHashMap<>();

    Frame(InstanceState state, @Nullable Frame outer) {
        this.state = state;
        this.outer = outer;
    }

    /** The frame {@code count} components outward. */
    Frame outward(int count) {
        Frame frame = this;
        for (int i = 0; i < count; i++) {
            if (frame.outer == null) {
                throw new IllegalStateException("an outer alias reaches beyond the root");
            }
            frame = frame.outer;
        }
        return frame;
    }

    RuntimeItem get(Item item) {
        return switch (item.sort()) {
            case CORE_MODULE -> new ModuleItem(coreModules.get(item.index()));
            case FUNC -> funcs.get(item.index());
            case COMPONENT -> components.get(item.index());
            case INSTANCE -> instances.get(item.index());
            case TYPE -> type(item.type());
        };
    }

    private RuntimeItem type(@Nullable AnyType type) {
        if (type == null) {
            throw new IllegalStateException("a type was decoded without what it is");
        }
        return type instanceof AnyType.Resource resource
                ? new ResourceItem(state.resourceType(resource.id()))
                : new TypeItem(type, ResourceScope.of(state));
    }

    CoreExtern get(CoreItem item) {
        return switch (item.sort()) {
            case FUNC -> coreFuncs.get(item.index());
            case MEMORY -> coreMemories.get(item.index());
            case TABLE -> coreTables.get(item.index());
            case GLOBAL -> coreGlobals.get(item.index());
            case TAG -> coreTags.get(item.index());
        };
    }

    /** Appends to the index space of the item's sort; types have none. */
    void append(RuntimeItem item) {
        if (item instanceof FuncItem func) {
            funcs.add(func);
        } else if (item instanceof InstanceItem instance) {
            instances.add(instance);
        } else if (item instanceof ModuleItem module) {
            coreModules.add(module.module());
        } else if (item instanceof ComponentItem component) {
            components.add(component);
        }
    }

    void append(CoreExtern extern) {
        if (extern instanceof CoreFunc func) {
            coreFuncs.add(func);
        } else if (extern instanceof CoreMemory memory) {
            coreMemories.add(memory);
        } else if (extern instanceof CoreTable) {
            coreTables.add(extern);
        } else if (extern instanceof CoreGlobal) {
            coreGlobals.add(extern);
        } else {
            coreTags.add(extern);
        }
    }

    /** Binds the resource ids in {@code type} to what {@code item} has in their places. */
    void bind(ExternType type, @Nullable RuntimeItem item) {
        if (type instanceof ExternType.Type bounded && item instanceof ResourceItem resource) {
            ResourceId id = resourceId(bounded.bound());
            if (id != null) {
                state.bind(id, resource.type());
            }
        } else if (type instanceof ExternType.Instance instance
                && item instanceof InstanceItem actual) {
            instance.type().exports().forEach((name, each) -> bind(each, actual.get(name)));
        }
    }

    /** The id that a type's bound mentions; null where it is not a resource type. */
    static @Nullable ResourceId resourceId(TypeBound bound) {
        if (bound instanceof TypeBound.Resource resource) {
            return resource.id();
        }
        return bound instanceof TypeBound.Equal equal
                        && equal.type() instanceof AnyType.Resource known
                ? known.id()
                : null;
    }
}
