package dev.tamias.component.type;

import dev.tamias.engine.binary.CoreType;
import java.util.List;

/**
 * The imports and exports of a core module (Explainer.md, {@code core:moduletype}). The types are
 * those of package {@code engine}.
 */
public record ModuleType(List<Import> imports, List<Export> exports) {

    public ModuleType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** An import; its two names are opaque strings. */
    public record Import(String module, String name, CoreType type) {}

    /** An export. */
    public record Export(String name, CoreType type) {}
}
