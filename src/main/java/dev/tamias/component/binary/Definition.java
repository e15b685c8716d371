package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.binary.CoreBinary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of an instantiation (Explainer.md, {@code definition}). A definition appends to one
 * index space, as its comment says. Definitions of types are not here: they are resolved into the
 * others, but for resource types, which every instantiation makes anew.
 */
public sealed interface Definition {

    /** A core module; appends to the core modules. */
    record CoreModule(CoreBinary module) implements Definition {}

    /**
     * An instance of a core module, each import's module name given a core instance; appends to the
     * core instances.
     */
    record CoreInstantiate(int module, Map<String, Integer> arguments) implements Definition {
        public CoreInstantiate {
            arguments = Map.copyOf(arguments);
        }
    }

    /** A bag of core definitions under names; appends to the core instances. */
    record CoreExports(Map<String, CoreItem> exports) implements Definition {
        public CoreExports {
            exports = Map.copyOf(exports);
        }
    }

    /** Something in a core index space. */
    record CoreItem(CoreSort sort, int index) {}

    /** A component; appends to the components. */
    record Component(ComponentBinary component) implements Definition {}

    /**
     * An instance of a component; appends to the instances.
     *
     * @param type of the new instance: resource types that the component defines have ids of this
     *     instantiation's own
     */
    record Instantiate(int component, Map<String, Item> arguments, ExternType.InstanceType type)
            implements Definition {
        public Instantiate {
            arguments = new LinkedHashMap<>(arguments);
        }
    }

    /** A bag of definitions under names; appends to the instances. */
    record Exports(Map<String, Item> exports, ExternType.InstanceType type) implements Definition {
        public Exports {
            exports = new LinkedHashMap<>(exports);
        }
    }

    /**
     * Something in an index space.
     *
     * @param index of no meaning where the sort is {@link Sort#TYPE}
     * @param type the type itself where the sort is {@link Sort#TYPE}, else null
     */
    record Item(Sort sort, int index, @Nullable AnyType type) {}

    /** An instance's export of any sort but a type; appends to that sort's space. */
    record AliasExport(Sort sort, int instance, String name) implements Definition {}

    /** A core instance's export; appends to that core sort's space. */
    record AliasCoreExport(CoreSort sort, int instance, String name) implements Definition {}

    /**
     * A core module or component of an enclosing component; appends to that sort's space.
     *
     * @param count how many components outward, 0 being this one
     */
    record AliasOuter(Sort sort, int count, int index) implements Definition {}

    /**
     * A resource type of this component's own, represented by an i32.
     *
     * @param destructor core function index, or null
     */
    record Resource(ResourceId id, @Nullable Integer destructor) implements Definition {}

    /** {@code canon lift}: a core function as a component function; appends to the functions. */
    record Lift(int coreFunc, CanonicalOptions options, FuncType type) implements Definition {}

    /**
     * {@code canon lower}: a component function as a core function; appends to the core functions.
     */
    record Lower(int func, CanonicalOptions options, FuncType type) implements Definition {}

    /** {@code canon resource.new}; appends to the core functions. */
    record ResourceNew(ResourceId id) implements Definition {}

    /** {@code canon resource.drop}; appends to the core functions. */
    record ResourceDrop(ResourceId id) implements Definition {}

    /** {@code canon resource.rep}; appends to the core functions. */
    record ResourceRep(ResourceId id) implements Definition {}

    /** An import; appends to the space of its sort, and binds the resource ids in its type. */
    record Import(String name, ExternType type) implements Definition {}

    /** An export; appends what it exports to the space of its sort once more. */
    record Export(String name, Item item, ExternType type) implements Definition {}
}
