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
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Unlinkable;
import dev.tamias.model.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out a component's definitions, one after the other, each appending to the frame. */
final class Instantiation {

    /** Where imports come from: a linker for the root, the arguments for a nested component. */
    @FunctionalInterface
    private interface Imports {
        @Nullable RuntimeItem resolve(String name, ExternType type, Frame frame);
    }

    private final CompiledComponent compiled;
    private final Frame frame;
    private final Imports imports;

    private Instantiation(CompiledComponent compiled, Frame frame, Imports imports) {
        this.compiled = compiled;
        this.frame = frame;
        this.imports = imports;
    }

    /** An instance for the host. */
    static Instance root(CompiledComponent compiled, ImportResolver resolver, Limits limits) {
        Store store = new Store(limits);
        InstanceState state =
                new InstanceState(
                        store, null, new @Nullable ResourceType[compiled.binary().resourceIds()]);
        Instantiation root = new Instantiation(compiled, new Frame(state, null), resolver::resolve);
        return new Instance(store, root.run(compiled.binary().definitions()));
    }

    private InstanceItem run(List<Definition> definitions) {
        definitions.forEach(this::define);
        return new InstanceItem(frame.exports);
    }

    private void define(Definition definition) {
        if (definition instanceof Definition.CoreModule core) {
            frame.coreModules.add(compiled.module(core.module()));
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
            add(imported.type(), imports.resolve(imported.name(), imported.type(), frame));
        } else if (definition instanceof Definition.Export export) {
            RuntimeItem item = frame.get(export.item());
            if (item != null) {
                frame.exports.put(export.name(), item);
            }
            add(export.type(), item);
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

    /** Binds the resource types of a new item and appends it. */
    private void add(ExternType type, @Nullable RuntimeItem item) {
        if (item != null) {
            frame.bind(type, item);
            frame.append(item);
        }
    }

    private void coreInstantiate(Definition.CoreInstantiate instantiate) {
        frame.state.store().countCoreInstance();
        CoreModule module = frame.coreModules.get(instantiate.module());
        Map<String, Integer> arguments = instantiate.arguments();
        frame.coreInstances.add(
                module.instantiate(
                                (from, name) -> {
                                    Integer argument = arguments.get(from);
                                    if (argument == null) {
                                        throw new Unlinkable(
                                                "a core module imports from \""
                                                        + from
                                                        + "\" and is given no such instance",
                                                null);
                                    }
                                    return coreExport(frame.coreInstances.get(argument), name);
                                },
                                frame.state.store().limits())
                        .exports());
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
        Map<String, RuntimeItem> arguments = items(instantiate.arguments());
        // Ids of the component and of those around it are bound in the frame of its definition; the
        // new instance's own are bound in a copy.
        InstanceState state =
                new InstanceState(
                        frame.state.store(), frame.state, component.outer().state.resourceTypes());
        Instantiation nested =
                new Instantiation(
                        component.compiled(),
                        new Frame(state, component.outer()),
                        (name, type, ignored) -> argument(arguments, name, type));
        InstanceItem instance = nested.run(component.binary().definitions());
        add(new ExternType.Instance(instantiate.type()), instance);
    }

    private static @Nullable RuntimeItem argument(
            Map<String, RuntimeItem> arguments, String name, ExternType type) {
        boolean needed =
                !(type instanceof ExternType.Type bounded)
                        || Frame.resourceId(bounded.bound()) != null;
        return needed ? present(arguments.get(name), name) : null;
    }

    private Map<String, RuntimeItem> items(Map<String, Definition.Item> named) {
        Map<String, RuntimeItem> items = new LinkedHashMap<>();
        named.forEach(
                (name, each) -> {
                    RuntimeItem item = frame.get(each);
                    if (item != null) {
                        items.put(name, item);
                    }
                });
        return items;
    }

    private static RuntimeItem present(@Nullable RuntimeItem item, String name) {
        if (item == null) {
            throw new LinkException(List.of("\"" + name + "\""));
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
