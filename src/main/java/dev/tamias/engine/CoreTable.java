package dev.tamias.engine;

import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.TableInstance;
import dev.tamias.engine.binary.CoreType;

/** A table, passed from instance to instance. */
public final class CoreTable implements CoreExtern {

    private final CoreType.Table type;
    private final TableInstance table;

    CoreTable(CoreType.Table type, TableInstance table) {
        this.type = type;
        this.table = table;
    }

    @Override
    public CoreType.Table type() {
        return type;
    }

    /** How many elements it holds now. */
    public int size() {
        return table.size();
    }

    ImportTable asImport(String module, String name) {
        return new ImportTable(module, name, table);
    }
}
