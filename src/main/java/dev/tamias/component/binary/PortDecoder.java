package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.engine.binary.BinaryReader;
import java.util.HashMap;

/** Reads imports and exports of a component (Binary.md, "Import and Export Definitions"). */
final class PortDecoder {

    private final ComponentScope scope;

    PortDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One import; appends to the space of its sort. */
    void defineImport(BinaryReader in) {
        int offset = in.position();
        NameAttributes name = NameAttributes.read(in, scope.state.limits);
        ExternType type = new ExternTypeDecoder(scope).readImport(in, name.name());
        name.check(offset, type);
        scope.addImport(offset, name.name(), type);
        scope.definitions.add(new Definition.Import(name.name(), type));
    }

    /** One export; appends to the space of its sort. */
    void defineExport(BinaryReader in) {
        int offset = in.position();
        NameAttributes name = NameAttributes.read(in, scope.state.limits);
        TypedItem exported = TypedItem.read(in, scope);
        ExternType type =
                Tokens.present(in)
                        ? ascribed(in, name.name(), exported.type())
                        : exported.named(scope, name.name());
        name.check(offset, type);
        scope.addExport(offset, name.name(), type);
        scope.definitions.add(new Definition.Export(name.name(), exported.item(), type));
    }

    private ExternType ascribed(BinaryReader in, String name, ExternType actual) {
        int offset = in.position();
        ExternType raw = new ExternTypeDecoder(scope).read(in, name);
        String reason = new TypeMatching(scope.state).mismatch(actual, raw, new HashMap<>());
        if (reason != null) {
            throw BrokenRule.invalid(
                    offset, "export \"" + name + "\" is not of the type that it states: " + reason);
        }
        return TypeSubstitution.renewed(raw, scope.state, scope::local);
    }
}
