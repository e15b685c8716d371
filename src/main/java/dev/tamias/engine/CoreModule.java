package dev.tamias.engine;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
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
     * A new instance, its start function run.
     *
     * @throws Unlinkable where an import is missing or of another type
     * @throws LimitExceeded where it needs more memory or table elements than {@code limits} allow
     * @throws Trap where a segment does not fit or the start function traps
     */
    public CoreInstance instantiate(Imports imports, Limits limits) {
        ImportValues.Builder values = ImportValues.builder();
        for (int i = 0; i < binary.imports().size(); i++) {
            CoreBinary.Import wanted = binary.imports().get(i);
            add(
                    values,
                    module.importSection().getImport(i),
                    wanted,
                    imports.resolve(wanted.module(), wanted.name()));
        }
        try {
            Instance instance =
                    Instance.builder(module)
                            .withImportValues(values.build())
                            .withMachineFactory(machine)
                            .withMemoryFactory(stated -> memory(stated, limits))
                            .withTableFactory((stated, initial) -> table(stated, initial, limits))
                            .build();
            return new CoreInstance(binary, instance);
        } catch (UnlinkableException e) {
            throw new Unlinkable(String.valueOf(e.getMessage()), e);
        } catch (Throwable failure) {
            throw Faults.of(failure);
        }
    }

    /**
     * Adds what is imported.
     *
     * @param place the import in the rewritten module, whose names differ from the original's
     */
    private static void add(
            ImportValues.Builder values, Import place, CoreBinary.Import wanted, CoreExtern given) {
        String module = place.module();
        String name = place.name();
        if (given.type().getClass() != wanted.type().getClass()) {
            throw mismatch(wanted, wanted.type().title(), given.type().title());
        }
        if (given instanceof CoreFunc func) {
            // Chicory looks for the type under the import's name, which is not the export's.
            if (!func.type().equals(wanted.type())) {
                throw mismatch(wanted, wanted.type().toString(), func.type().toString());
            }
            values.addFunction(func.asImport(module, name));
        } else if (given instanceof CoreMemory memory) {
            values.addMemory(memory.asImport(module, name));
        } else if (given instanceof CoreTable table) {
            values.addTable(table.asImport(module, name));
        } else if (given instanceof CoreGlobal global) {
            values.addGlobal(global.asImport(module, name));
        } else if (given instanceof CoreTag tag) {
            values.addTag(tag.asImport(module, name));
        }
    }

    private static Unlinkable mismatch(CoreBinary.Import wanted, String type, String given) {
        String sentence =
                String.format(
                        "core import \"%s\" \"%s\" is a %s and was given a %s",
                        wanted.module(), wanted.name(), type, given);
        return new Unlinkable(sentence, null);
    }

    private static Memory memory(MemoryLimits stated, Limits limits) {
        int most = (int) Math.min(limits.memoryBytes() >> 16, MemoryLimits.MAX_PAGES);
        if (stated.initialPages() > most) {
            throw new LimitExceeded(
                    "the guest starts with "
                            + ((long) stated.initialPages() << 16)
                            + " bytes of memory and may have "
                            + limits.memoryBytes());
        }
        return new ByteArrayMemory(
                new MemoryLimits(
                        stated.initialPages(),
                        Math.min(stated.maximumPages(), most),
                        stated.shared()));
    }

    private static TableInstance table(Table stated, int initial, Limits limits) {
        if (stated.limits().min() > limits.tableElements()) {
            throw new LimitExceeded(
                    "the guest starts with a table of "
                            + stated.limits().min()
                            + " elements and may have "
                            + limits.tableElements());
        }
        TableLimits capped =
                new TableLimits(
                        stated.limits().min(),
                        Math.min(stated.limits().max(), limits.tableElements()));
        return new TableInstance(
                new Table(stated.elementType(), capped, stated.initialize()), initial);
    }
}
