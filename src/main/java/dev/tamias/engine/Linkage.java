package dev.tamias.engine;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.ValType;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.model.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A module becoming an instance: what it is given for its imports, and what is made for it. */
final class Linkage {

    private final WasmModule module;
    private final Limits limits;
    private final ImportValues.Builder values = ImportValues.builder();
    private final List<GuestTag> tags = new ArrayList<>();
    private @Nullable Instance instance;

    Linkage(WasmModule module, Limits limits) {
        this.module = module;
        this.limits = limits;
    }

    /**
     * Gives what is imported.
     *
     * @param index the import's number, by which the rewritten module calls it
     */
    void give(int index, CoreBinary.Import wanted, CoreExtern given) {
        if (given.type().getClass() != wanted.type().getClass()) {
            throw mismatch(wanted, wanted.type().title(), given.type().title());
        }
        Import place = module.importSection().getImport(index);
        String from = place.module();
        String name = place.name();
        if (given instanceof CoreFunc func) {
            if (!func.type().matches((CoreType.Func) wanted.type())) {
                throw mismatch(wanted, wanted.type().toString(), func.type().toString());
            }
            int type = ((FunctionImport) place).typeIndex();
            values.addFunction(func.asImport(from, name, module.typeSection().getType(type)));
        } else if (given instanceof CoreMemory memory) {
            values.addMemory(memory.asImport(from, name));
        } else if (given instanceof CoreTable table) {
            values.addTable(table.asImport(from, name));
        } else if (given instanceof CoreGlobal global) {
            values.addGlobal(global.asImport(from, name));
        } else if (given instanceof CoreTag tag) {
            add((TagImport) place, tag.seenBy((TagImport) place));
        }
    }

    private static Unlinkable mismatch(CoreBinary.Import wanted, String type, String given) {
        String sentence =
                String.format(
                        "core import \"%s\" \"%s\" is a %s and was given a %s",
                        wanted.module(), wanted.name(), type, given);
        return new Unlinkable(sentence, null);
    }

    /** Makes the tags that the module defines; in the rewritten module they are imports, too. */
    private void define(TagImport place) {
        int type = place.tagType().typeIdx();
        add(place, GuestTag.create(place.tagType(), module.typeSection().getType(type)));
    }

    private void add(TagImport place, GuestTag tag) {
        tags.add(tag);
        values.addTag(new ImportTag(place.module(), place.name(), tag));
    }

    /**
     * The instance, its segments not yet copied and its start function not yet run.
     *
     * @param imports how many imports were given
     */
    Instance link(int imports, Function<Instance, Machine> machine) {
        for (int i = imports; i < module.importSection().importCount(); i++) {
            define((TagImport) module.importSection().getImport(i));
        }
        Instance linked =
                Instance.builder(module)
                        .withImportValues(values.build())
                        .withMachineFactory(
                                made -> {
                                    // The first to see it; tables are made before it is returned.
                                    instance = made;
                                    return machine.apply(made);
                                })
                        .withMemoryFactory(this::memory)
                        .withTableFactory(this::table)
                        .withGlobalFactory(this::global)
                        .withInitialize(false)
                        .build();
        tags.forEach(GuestTag::linked);
        return linked;
    }

    private Memory memory(MemoryLimits stated) {
        int most = (int) Math.min(limits.memoryBytes() >> 16, MemoryLimits.MAX_PAGES);
        if (stated.initialPages() > most) {
            throw LimitExceeded.of(
                    "memoryBytes",
                    "the guest starts with "
                            + ((long) stated.initialPages() << 16)
                            + " bytes of memory and may have "
                            + limits.memoryBytes());
        }
        MemoryLimits capped =
                new MemoryLimits(
                        stated.initialPages(),
                        Math.min(stated.maximumPages(), most),
                        stated.shared());
        return stated.shared() ? new ByteArrayMemory(capped) : new GuestMemory(capped);
    }

    private TableInstance table(Table stated, int initial) {
        if (stated.limits().min() > limits.tableElements()) {
            throw LimitExceeded.of(
                    "tableElements",
                    "the guest starts with a table of "
                            + stated.limits().min()
                            + " elements and may have "
                            + limits.tableElements());
        }
        TableLimits capped =
                new TableLimits(
                        stated.limits().min(),
                        Math.min(stated.limits().max(), limits.tableElements()));
        Table table = new Table(stated.elementType(), capped, stated.initialize());
        return refersToFunctions(stated.elementType())
                ? new GuestTable(table, FuncRef.of(initial, instance))
                : new TableInstance(table, initial);
    }

    private GlobalInstance global(long low, long high, ValType type, MutabilityType mutability) {
        return refersToFunctions(type)
                ? new GuestGlobal(FuncRef.of((int) low, instance), type, mutability)
                : new GlobalInstance(low, high, type, mutability);
    }

    private boolean refersToFunctions(ValType type) {
        if (!type.isReference()) {
            return false;
        }
        int heap = type.typeIdx();
        return heap >= 0
                ? module.typeSection().getSubType(heap).compType().funcType() != null
                : heap == ValType.FuncRef.typeIdx() || heap == ValType.NoFuncRef.typeIdx();
    }
}
