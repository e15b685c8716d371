package dev.tamias.engine;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.ImportGlobal;
import dev.tamias.engine.binary.CoreType;

/** A global. */
public final class CoreGlobal implements CoreExtern {

    private final CoreType.Global type;
    private final GlobalInstance global;

    CoreGlobal(CoreType.Global type, GlobalInstance global) {
        this.type = type;
        this.global = global;
    }

    @Override
    public CoreType.Global type() {
        return type;
    }

    /** Its bits. */
    public long value() {
        return global.getValue();
    }

    ImportGlobal asImport(String module, String name) {
        return new ImportGlobal(module, name, global);
    }
}
