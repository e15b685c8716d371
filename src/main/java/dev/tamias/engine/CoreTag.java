package dev.tamias.engine;

import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.TagInstance;
import dev.tamias.engine.binary.CoreType;

/** An exception tag. */
public final class CoreTag implements CoreExtern {

    private final CoreType.Tag type;
    private final TagInstance tag;

    CoreTag(CoreType.Tag type, TagInstance tag) {
        this.type = type;
        this.tag = tag;
    }

    @Override
    public CoreType.Tag type() {
        return type;
    }

    ImportTag asImport(String module, String name) {
        return new ImportTag(module, name, tag);
    }
}
