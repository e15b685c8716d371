package dev.tamias.component.binary;

import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** Reads a {@code resourcetype} (Binary.md, "Type Definitions"). */
final class ResourceDecoder {

    private static final CoreType.Func DESTRUCTOR =
            new CoreType.Func(List.of(CoreValType.I32), List.of());

    private final ComponentScope scope;

    ResourceDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** What follows the opcode at {@code offset}. */
    ResourceId define(BinaryReader in, int offset) {
        if (scope.kind != ComponentScope.Kind.COMPONENT) {
            throw BrokenRule.invalid(offset, "a resource type is defined within a type");
        }
        int representation = in.position();
        CoreValType rep = Tokens.coreValType(in);
        if (rep.equals(CoreValType.I64)) {
            throw BrokenRule.unsupported(representation, "resource represented by an i64");
        }
        if (!rep.equals(CoreValType.I32)) {
            throw BrokenRule.invalid(
                    representation, "a resource is represented by " + rep + ", not by i32");
        }
        Integer destructor = null;
        if (Tokens.present(in)) {
            int at = in.position();
            destructor = in.index();
            if (!scope.coreFuncs.get(at, destructor).expand().equals(DESTRUCTOR)) {
                throw BrokenRule.invalid(at, "a destructor is not of type " + DESTRUCTOR);
            }
        }
        ResourceId id = scope.local("resource " + scope.types.size());
        scope.defined.add(id);
        scope.definitions.add(new Definition.Resource(id, destructor));
        return id;
    }
}
