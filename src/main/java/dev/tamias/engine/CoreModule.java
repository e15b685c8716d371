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

    /** What instances are made of. */
    private record Code(WasmModule module, Function<Instance, Machine> machine) {}

    private final CoreBinary binary;
    private volatile Code code;

    CoreModule(CoreBinary binary, WasmModule module, Function<Instance, Machine> machine) {
        this.binary = binary;
        this.code = new Code(module, machine);
    }

    /** From now on instances run other code, which does the same. */
    void runs(WasmModule module, Function<Instance, Machine> machine) {
        code = new Code(module, machine);
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
        Code now = code;
        Linkage linkage = new Linkage(now.module(), limits);
        List<CoreBinary.Import> wanted = binary.imports();
        for (int i = 0; i < wanted.size(); i++) {
            CoreBinary.Import each = wanted.get(i);
            linkage.give(i, each, imports.resolve(each.module(), each.name()));
        }
        boolean entered = InterruptWatch.enter();
        try {
            Instance instance = linkage.link(wanted.size(), now.machine());
            instance.initialize(false);
            return new CoreInstance(binary, instance);
        } catch (UnlinkableException e) {
            throw new Unlinkable(String.valueOf(e.getMessage()), e);
        } catch (Throwable failure) {
            throw Faults.ofGuest(failure);
        } finally {
            if (entered) {
                InterruptWatch.leave();
            }
        }
    }
}
