package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.engine.binary.BinaryReader;

/** Reads the declarators of component and instance types (Binary.md, "Type Definitions"). */
final class TypeScopeDecoder {

    private final ComponentScope outer;

    TypeScopeDecoder(ComponentScope outer) {
        this.outer = outer;
    }

    /** What follows the opcode of a {@code componenttype}. */
    ComponentType componentType(BinaryReader in) {
        ComponentScope scope = outer.nested(in.position(), ComponentScope.Kind.COMPONENT_TYPE);
        declarators(in, scope);
        return scope.componentType();
    }

    /** What follows the opcode of an {@code instancetype}. */
    InstanceType instanceType(BinaryReader in) {
        ComponentScope scope = outer.nested(in.position(), ComponentScope.Kind.INSTANCE_TYPE);
        declarators(in, scope);
        return scope.instanceType();
    }

    private static void declarators(BinaryReader in, ComponentScope scope) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            int opcode = in.u8();
            switch (opcode) {
                case 0x00 -> new CoreTypeDecoder(scope).define(in);
                case 0x01 -> new TypeDecoder(scope).define(in);
                case 0x02 -> new AliasDecoder(scope).declare(in);
                case 0x03 -> importDecl(in, scope, offset);
                case 0x04 -> exportDecl(in, scope);
                default -> throw Tokens.unknown(offset, opcode, "declarator");
            }
        }
        scope.close();
    }

    private static void importDecl(BinaryReader in, ComponentScope scope, int offset) {
        if (scope.kind != ComponentScope.Kind.COMPONENT_TYPE) {
            throw Tokens.unknown(offset, 0x03, "declarator of an instance type");
        }
        int start = in.position();
        NameAttributes name = NameAttributes.read(in, scope.state.limits);
        ExternType type = new ExternTypeDecoder(scope).readImport(in, name.name());
        name.check(start, type);
        scope.addImport(start, name.name(), type);
    }

    private static void exportDecl(BinaryReader in, ComponentScope scope) {
        int start = in.position();
        NameAttributes name = NameAttributes.read(in, scope.state.limits);
        ExternType raw = new ExternTypeDecoder(scope).read(in, name.name());
        name.check(start, raw);
        scope.addExport(
                start, name.name(), TypeSubstitution.renewed(raw, scope.state, scope::local));
    }
}
