package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.dylibso.chicory.wasm.WasmModule;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.model.Limits;
import java.util.List;
import java.util.function.Function;

/** A core module, ready to be instantiated any number of times, from any thread. */
public final class CoreModule {

    /** Where an instance's imports come from. */
    @FunctionalInterface
    public interface Imports {
        /**
         * What is imported under these two names.
         *
         * @throws Unlinkable where there is nothing
         */
        CoreExtern resolve(String module, String name);
    }

    private final CoreBinary binary;
    private final WasmModule module;
    private final Function<Instance, Machine> machine;

    CoreModule(CoreBinary binary, WasmModule module, Function<Instance, Machine> machine) {
        this.binary = binary;
        this.module = module;
        this.machine = machine;
    }

    public List<CoreBinary.Import> imports() {
        return binary.imports();
    }

    public List<CoreBinary.Export> exports() {
        return binary.exports();
    }

    /**
     * A new instance, its start function run. A function that is merely exported as {@code _start} is
     * none.
     *
     * @throws Unlinkable where an import is missing or of another type
     * @throws LimitExceeded where it needs more memory or table elements than {@code limits} allow
     * @throws Trap where a segment does not fit or the start function traps
     */
    public CoreInstance instantiate(Imports imports, Limits limits) {
        Linkage linkage = new Linkage(module, limits);
        List<CoreBinary.Import> wanted = binary.imports();
        for (int i = 0; i < wanted.size(); i++) {
            CoreBinary.Import each = wanted.get(i);
            linkage.give(i, each, imports.resolve(each.module(), each.name()));
        }
        try {
            Instance instance = linkage.link(wanted.size(), machine);
            instance.initialize(false);
            return new CoreInstance(binary, instance);
        } catch (UnlinkableException e) {
            throw new Unlinkable(String.valueOf(e.getMessage()), e);
        } catch (Throwable failure) {
            throw Faults.ofGuest(failure);
        }
    }
}
