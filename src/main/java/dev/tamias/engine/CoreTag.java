package dev.tamias.engine;

import com.dylibso.chicory.wasm.types.TagImport;
import dev.tamias.engine.binary.CoreType;

/** An exception tag. */
public final class CoreTag implements CoreExtern {

    private final CoreType.Tag type;
    private final GuestTag tag;

    CoreTag(CoreType.Tag type, GuestTag tag) {
        this.type = type;
        this.tag = tag;
    }

    @Override
    public CoreType.Tag type() {
        return type;
    }

    /** This tag for a module that imports it. */
    GuestTag seenBy(TagImport place) {
        return tag.seenBy(place.tagType());
    }
}
