package dev.tamias.cli.wast;

import dev.tamias.component.Component;
import dev.tamias.component.Linker;
import dev.tamias.engine.CoreExtern;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Unlinkable;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.RejectedBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of one script share: the engine, what the host offers, and the instances that were
 * registered for others to import.
 */
final class ScriptStore {

    private final Engine engine;
    private final Script script;
    private final Limits limits;
    private final Linker linker;
    private final Named<ScriptInstance> registered = new Named<>("registered instance");
    private @Nullable TypeSpace types;

    ScriptStore(Engine engine, Script script) {
        this.engine = engine;
        this.script = script;
        this.limits = engine.limits();
        this.linker = new Linker(engine);
        SpectestHost.add(linker);
    }

    /**
     * Decodes and validates a binary of the script.
     *
     * @throws dev.tamias.model.ComponentException where it is malformed, invalid or not supported
     */
    ScriptModule load(String filename) throws IOException {
        byte[] bytes = script.read(filename);
        return Preamble.isCoreModule(bytes)
                ? new ScriptModule.OfCore(CoreBinary.of(bytes))
                : new ScriptModule.OfComponent(Component.of(engine, bytes));
    }

    /** All core modules of a script may be linked with each other, so they share one type space. */
    private TypeSpace types() throws IOException {
        if (types == null) {
            List<CoreBinary> modules = new ArrayList<>();
            modules.add(CoreSpectest.binary());
            for (Command each : script.commands()) {
                String filename = each.binary();
                byte[] bytes = filename == null ? new byte[0] : script.read(filename);
                if (Preamble.isCoreModule(bytes)) {
                    addUnlessRejected(bytes, modules);
                }
            }
            types = TypeSpace.of(modules);
        }
        return types;
    }

    private static void addUnlessRejected(byte[] bytes, List<CoreBinary> modules) {
        try {
            CoreBinary module = CoreBinary.of(bytes);
            requireSupported(module);
            modules.add(module);
        } catch (RejectedBinary e) {
            // Its own command will say so.
            return;
        }
    }

    /** What the engine does not run must not keep it from running the script's other modules. */
    private static void requireSupported(CoreBinary module) {
        TypeSpace.of(List.of(module));
    }

    private CoreModule compile(CoreBinary module) throws IOException {
        requireSupported(module);
        return engine.compile(module, types());
    }

    /**
     * A new instance.
     *
     * @throws Named.Missing where it imports from an instance that is not there
     * @throws dev.tamias.model.TamiasException where it cannot be linked or traps
     */
    ScriptInstance instantiate(ScriptModule module) throws IOException {
        for (String name : module.imports()) {
            registered.find(name);
        }
        if (module instanceof ScriptModule.OfComponent of) {
            return new ScriptInstance.OfComponent(linker.instantiate(of.component(), limits));
        }
        CoreModule core = compile(((ScriptModule.OfCore) module).module());
        if (module.imports().contains(CoreSpectest.NAME)
                && registered.find(CoreSpectest.NAME) == null) {
            CoreModule spectest = compile(CoreSpectest.binary());
            registered.put(CoreSpectest.NAME, CoreSpectest.instantiate(spectest, limits));
        }
        return new ScriptInstance.OfCore(core.instantiate(this::resolve, limits).exports());
    }

    private CoreExtern resolve(String from, String name) {
        CoreExtern found =
                registered.find(from) instanceof ScriptInstance.OfCore core
                        ? core.exports().get(name)
                        : null;
        if (found == null) {
            throw new Unlinkable("there is no core export \"" + from + "\" \"" + name + "\"", null);
        }
        return found;
    }

    /** Lets other modules import from the instance under that name. */
    void register(String name, ScriptInstance instance) {
        registered.put(name, instance);
        if (instance instanceof ScriptInstance.OfComponent component) {
            linker.root().instance(name, component.instance());
        }
    }

    /** Remembers that no instance of that name can be imported from, and why. */
    void lose(String name, Verdict why) {
        registered.lose(name, why);
    }
}
