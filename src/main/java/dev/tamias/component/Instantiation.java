package dev.tamias.component;

import dev.tamias.component.abi.CallOptions;
import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.ResourceBuiltins;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Store;
import dev.tamias.component.binary.CanonicalOptions;
import dev.tamias.component.binary.Definition;
import dev.tamias.component.type.ExternType;
import dev.tamias.engine.CoreExtern;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreInstance;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Unlinkable;
import dev.tamias.model.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out a component's definitions, one after the other, each appending to the frame. */
final class Instantiation {

    private final CompiledComponent compiled;
    private final LinkedModules modules;
    private final Frame frame;
    private final Map<String, RuntimeItem> imports;

    private Instantiation(
            ComponentItem component,
            LinkedModules modules,
            InstanceState state,
            Map<String, RuntimeItem> imports) {
        this.compiled = component.compiled();
        this.modules = modules;
        this.frame = new Frame(state, component.outer());
        this.imports = imports;
    }

    /**
     * An instance for the host.
     *
     * @param modules the code of all core modules that it can be made of
     */
    static Instance root(
            Engine engine,
            ComponentItem component,
            Map<String, RuntimeItem> imports,
            LinkedModules modules,
            Limits limits) {
        Store store = new Store(limits);
        InstanceState state = state(store, null, component);
        try {
            InstanceItem exports =
                    new Instantiation(component, modules, state, imports)
                            .run(component.binary().definitions());
            return new Instance(engine, store, exports);
        } catch (RuntimeException | Error failure) {
            release(store, failure);
            throw failure;
        }
    }

    /** What an instance that failed to start has of the host is given back. */
    private static void release(Store store, Throwable failure) {
        try {
            store.close();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    /**
     * The state of a new instance. Ids of the component and of those around it are bound in the
     * frame of its definition; the new instance's own are bound in a copy.
     */
    private static InstanceState state(
            Store store, @Nullable InstanceState parent, ComponentItem component) {
        Frame outer = component.outer();
        @Nullable ResourceType[] known =
                outer == null
                        ? new @Nullable ResourceType[component.binary().resourceIds()]
                        : outer.state.resourceTypes();
        return new InstanceState(store, parent, known);
    }

    private InstanceItem run(List<Definition> definitions) {
        definitions.forEach(this::define);
        return new InstanceItem(frame.exports);
    }

    private void define(Definition definition) {
        if (definition instanceof Definition.CoreModule core) {
            frame.coreModules.add(core.module());
        } else if (definition instanceof Definition.CoreInstantiate instantiate) {
            coreInstantiate(instantiate);
        } else if (definition instanceof Definition.CoreExports bag) {
            Map<String, CoreExtern> exports = new LinkedHashMap<>();
            bag.exports().forEach((name, item) -> exports.put(name, frame.get(item)));
            frame.coreInstances.add(exports);
        } else if (definition instanceof Definition.Component nested) {
            frame.components.add(new ComponentItem(compiled, nested.component(), frame));
        } else if (definition instanceof Definition.Instantiate instantiate) {
            instantiate(instantiate);
        } else if (definition instanceof Definition.Exports bag) {
            add(new ExternType.Instance(bag.type()), new InstanceItem(items(bag.exports())));
        } else if (definition instanceof Definition.AliasExport alias) {
            RuntimeItem item = frame.instances.get(alias.instance()).get(alias.name());
            frame.append(present(item, alias.name()));
        } else if (definition instanceof Definition.AliasCoreExport alias) {
            frame.append(coreExport(frame.coreInstances.get(alias.instance()), alias.name()));
        } else if (definition instanceof Definition.AliasOuter alias) {
            aliasOuter(alias);
        } else if (definition instanceof Definition.Import imported) {
            RuntimeItem item = present(imports.get(imported.name()), imported.name());
            add(imported.type(), item);
        } else if (definition instanceof Definition.Export export) {
            frame.exports.put(export.name(), add(export.type(), frame.get(export.item())));
        } else {
            canon(definition);
        }
    }

    private void canon(Definition definition) {
        InstanceState state = frame.state;
        if (definition instanceof Definition.Resource resource) {
            state.bind(resource.id(), resourceType(resource));
        } else if (definition instanceof Definition.Lift lift) {
            frame.funcs.add(
                    new LiftedFunc(
                            compiled.flattening(lift.type()),
                            frame.coreFuncs.get(lift.coreFunc()),
                            options(lift.options())));
        } else if (definition instanceof Definition.Lower lower) {
            frame.coreFuncs.add(
                    new LoweredFunc(
                                    compiled.flattening(lower.type()),
                                    frame.funcs.get(lower.func()),
                                    options(lower.options()))
                            .core());
        } else if (definition instanceof Definition.ResourceNew made) {
            frame.coreFuncs.add(ResourceBuiltins.resourceNew(state, state.resourceType(made.id())));
        } else if (definition instanceof Definition.ResourceDrop dropped) {
            frame.coreFuncs.add(
                    ResourceBuiltins.resourceDrop(state, state.resourceType(dropped.id())));
        } else if (definition instanceof Definition.ResourceRep represented) {
            frame.coreFuncs.add(
                    ResourceBuiltins.resourceRep(state, state.resourceType(represented.id())));
        } else {
            throw new IllegalStateException("unknown definition " + definition);
        }
    }

    /** Binds the resource types of a new item and appends it, as its type shows it. */
    private RuntimeItem add(ExternType type, RuntimeItem item) {
        RuntimeItem seen = InstanceItem.seenAs(type, item);
        frame.bind(type, seen);
        frame.append(seen);
        return seen;
    }

    private void coreInstantiate(Definition.CoreInstantiate instantiate) {
        Store store = frame.state.store();
        store.countCoreInstance();
        CoreModule module = modules.get(frame.coreModules.get(instantiate.module()));
        Map<String, Integer> arguments = instantiate.arguments();
        try {
            CoreInstance instance =
                    module.instantiate(
                            (from, name) -> coreImport(arguments, from, name), store.limits());
            frame.coreInstances.add(instance.exports());
        } catch (Unlinkable mismatch) {
            throw new LinkException(mismatch.sentence(), mismatch);
        }
    }

    private CoreExtern coreImport(Map<String, Integer> arguments, String from, String name) {
        Integer argument = arguments.get(from);
        if (argument == null) {
            throw new Unlinkable(
                    "a core module imports from \"" + from + "\" and is given no such instance",
                    null);
        }
        return coreExport(frame.coreInstances.get(argument), name);
    }

    private static CoreExtern coreExport(Map<String, CoreExtern> exports, String name) {
        CoreExtern extern = exports.get(name);
        if (extern == null) {
            throw new Unlinkable("a core instance has no export \"" + name + "\"", null);
        }
        return extern;
    }

    private void instantiate(Definition.Instantiate instantiate) {
        ComponentItem component = frame.components.get(instantiate.component());
        InstanceState state = state(frame.state.store(), frame.state, component);
        InstanceItem instance =
                new Instantiation(component, modules, state, items(instantiate.arguments()))
                        .run(component.binary().definitions());
        add(new ExternType.Instance(instantiate.type()), instance);
    }

    private Map<String, RuntimeItem> items(Map<String, Definition.Item> named) {
        Map<String, RuntimeItem> items = new LinkedHashMap<>();
        named.forEach((name, each) -> items.put(name, frame.get(each)));
        return items;
    }

    private static RuntimeItem present(@Nullable RuntimeItem item, String name) {
        if (item == null) {
            throw new IllegalStateException("a validated component has no \"" + name + "\"");
        }
        return item;
    }

    private void aliasOuter(Definition.AliasOuter alias) {
        Frame outer = frame.outward(alias.count());
        switch (alias.sort()) {
            case CORE_MODULE -> frame.coreModules.add(outer.coreModules.get(alias.index()));
            case COMPONENT -> frame.components.add(outer.components.get(alias.index()));
            default -> throw new IllegalStateException("an outer alias of a " + alias.sort());
        }
    }

    private ResourceType resourceType(Definition.Resource resource) {
        Integer destructor = resource.destructor();
        if (destructor == null) {
            return ResourceType.guest(resource.id().name(), frame.state, rep -> {});
        }
        CoreFunc core = frame.coreFuncs.get(destructor);
        return ResourceType.guest(resource.id().name(), frame.state, rep -> core.call(rep));
    }

    private CallOptions options(CanonicalOptions options) {
        Integer memory = options.memory();
        return new CallOptions(
                frame.state,
                options.encoding(),
                memory == null ? null : frame.coreMemories.get(memory),
                coreFunc(options.realloc()),
                coreFunc(options.postReturn()));
    }

    private @Nullable CoreFunc coreFunc(@Nullable Integer index) {
        return index == null ? null : frame.coreFuncs.get(index);
    }
}
