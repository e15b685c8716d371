package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.engine.binary.BinaryReader;

/** Reads {@code externtype}s (Binary.md, "Type Definitions"). */
final class ExternTypeDecoder {

    private final ComponentScope scope;

    ExternTypeDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** The type of something imported, with ids of the scope for the resource types of its own. */
    ExternType readImport(BinaryReader in, String name) {
        return TypeSubstitution.renewed(read(in, name), scope.state, scope::imported);
    }

    /**
     * The type of something exported. Its resource types that are its own are variables still, to
     * be renewed by {@link TypeSubstitution#renewed}.
     */
    ExternType read(BinaryReader in, String name) {
        int offset = in.position();
        int sort = in.u8();
        return switch (sort) {
            case 0x00 -> module(in);
            case 0x01 -> func(in);
            case 0x02 -> throw BrokenRule.unsupported(offset, "value import or export");
            case 0x03 -> new ExternType.Type(bound(in, name));
            case 0x04 -> component(in);
            case 0x05 -> instance(in);
            default -> throw Tokens.unknown(offset, sort, "type of an import or export");
        };
    }

    private ExternType module(BinaryReader in) {
        Tokens.expect(in, 0x11, "core module type");
        int offset = in.position();
        int index = in.index();
        if (scope.coreTypes.get(offset, index) instanceof CoreDefType.Module module) {
            return new ExternType.Module(module.type());
        }
        throw BrokenRule.invalid(offset, "core type " + index + " is no module type");
    }

    private ExternType func(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        if (scope.types.get(offset, index) instanceof AnyType.Func func) {
            return new ExternType.Func(func.type());
        }
        throw BrokenRule.invalid(offset, "type " + index + " is no function type");
    }

    private ExternType component(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        if (scope.types.get(offset, index) instanceof AnyType.Component component) {
            return new ExternType.Component(component.type());
        }
        throw BrokenRule.invalid(offset, "type " + index + " is no component type");
    }

    private ExternType instance(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        if (scope.types.get(offset, index) instanceof AnyType.Instance instance) {
            return new ExternType.Instance(instance.type());
        }
        throw BrokenRule.invalid(offset, "type " + index + " is no instance type");
    }

    private TypeBound bound(BinaryReader in, String name) {
        int offset = in.position();
        int form = in.u8();
        if (form == 0x00) {
            int at = in.position();
            return of(scope.state.facts.named(scope.types.get(at, in.index()), name));
        }
        if (form == 0x01) {
            return new TypeBound.Resource(scope.state.resources.variable(name));
        }
        throw Tokens.unknown(offset, form, "bound of a type");
    }

    /** The bound of exactly that type. */
    static TypeBound of(AnyType type) {
        return type instanceof AnyType.Resource resource
                ? new TypeBound.Resource(resource.id())
                : new TypeBound.Equal(type);
    }
}
