package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance of a core module. One thread at a time may use it. */
public final class CoreInstance {

    private final Map<String, CoreExtern> exports = new LinkedHashMap<>();

    CoreInstance(CoreBinary binary, Instance instance) {
        for (CoreBinary.Export export : binary.exports()) {
            exports.put(export.name(), extern(export, instance));
        }
    }

    private static CoreExtern extern(CoreBinary.Export export, Instance instance) {
        String name = export.name();
        CoreType type = export.type();
        if (type instanceof CoreType.Func func) {
            return CoreFunc.exported(func, instance, name);
        }
        if (type instanceof CoreType.Memory memory) {
            return new CoreMemory(memory, instance.exports().memory(name));
        }
        if (type instanceof CoreType.Table table) {
            return new CoreTable(table, instance.exports().table(name));
        }
        if (type instanceof CoreType.Global global) {
            return new CoreGlobal(global, instance.exports().global(name));
        }
        // All tags are imports of the rewritten module, and those are the engine's own.
        return new CoreTag((CoreType.Tag) type, (GuestTag) instance.tag(tagIndex(name, instance)));
    }

    private static int tagIndex(String name, Instance instance) {
        var section = instance.module().exportSection();
        for (int i = 0; i < section.exportCount(); i++) {
            if (section.getExport(i).name().equals(name)) {
                return section.getExport(i).index();
            }
        }
        throw new IllegalStateException("no export " + name);
    }

    /** What it exports under that name, or null. */
    public @Nullable CoreExtern export(String name) {
        return exports.get(name);
    }

    /** All that it exports, in the module's order. */
    public Map<String, CoreExtern> exports() {
        return exports;
    }
}
