package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.List;

/** Reads core type definitions (Binary.md, {@code core:type}). */
final class CoreTypeDecoder {

    private static final int FUNC = 0x60;

    private final ComponentScope scope;

    CoreTypeDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One {@code core:type}; appends to the core types. */
    void define(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        CoreDefType type =
                switch (opcode) {
                    case FUNC -> new CoreDefType.Func(func(in));
                    case 0x50 -> new CoreDefType.Module(module(in));
                    default -> throw other(offset, opcode);
                };
        scope.coreTypes.add(offset, type);
    }

    private static BrokenRule other(int offset, int opcode) {
        boolean known =
                opcode == 0x00
                        || opcode == 0x4e
                        || opcode == 0x4f
                        || opcode == 0x5e
                        || opcode == 0x5f;
        return known
                ? BrokenRule.unsupported(offset, "core type of the garbage collection proposal")
                : Tokens.unknown(offset, opcode, "core type");
    }

    private static CoreType.Func func(BinaryReader in) {
        return new CoreType.Func(valTypes(in), valTypes(in));
    }

    private static List<CoreValType> valTypes(BinaryReader in) {
        int count = in.count();
        List<CoreValType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(Tokens.coreValType(in));
        }
        return types;
    }

    private ModuleType module(BinaryReader in) {
        ModuleScope module = new ModuleScope(scope.state.limits);
        int count = in.count();
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            int opcode = in.u8();
            switch (opcode) {
                case 0x00 -> {
                    String from = Tokens.name(in, scope.state.limits);
                    String name = Tokens.name(in, scope.state.limits);
                    module.addImport(
                            offset, new ModuleType.Import(from, name, extern(in, module.types)));
                }
                case 0x01 -> module.types.add(offset, innerType(in));
                case 0x02 -> module.types.add(offset, alias(in));
                case 0x03 -> {
                    String name = Tokens.name(in, scope.state.limits);
                    module.addExport(offset, new ModuleType.Export(name, extern(in, module.types)));
                }
                default -> throw Tokens.unknown(offset, opcode, "declarator of a module type");
            }
        }
        return module.type();
    }

    private static CoreType.Func innerType(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        if (opcode == 0x50) {
            throw BrokenRule.invalid(offset, "a module type is defined within a module type");
        }
        if (opcode != FUNC) {
            throw other(offset, opcode);
        }
        return func(in);
    }

    private CoreType.Func alias(BinaryReader in) {
        int offset = in.position();
        Tokens.expect(in, 0x10, "alias of a core type");
        Tokens.expect(in, 0x01, "outer alias");
        int count = in.index();
        int index = in.index();
        if (count == 0) {
            throw BrokenRule.invalid(
                    offset, "an outer alias within a module type names its own scope");
        }
        CoreDefType type = scope.outward(offset, count - 1).coreTypes.get(offset, index);
        if (type instanceof CoreDefType.Func func) {
            return func.type();
        }
        throw BrokenRule.invalid(offset, "core type " + index + " is no function type");
    }

    private static CoreType extern(BinaryReader in, IndexSpace<CoreType.Func> types) {
        int offset = in.position();
        int kind = in.u8();
        return switch (kind) {
            case 0x00 -> types.get(offset, in.index());
            case 0x01 -> table(in);
            case 0x02 -> memory(in);
            case 0x03 -> new CoreType.Global(Tokens.coreValType(in), Tokens.present(in));
            case 0x04 -> {
                Tokens.expect(in, 0x00, "exception tag");
                yield new CoreType.Tag(types.get(offset, in.index()));
            }
            default -> throw Tokens.unknown(offset, kind, "kind of core import or export");
        };
    }

    private static CoreType table(BinaryReader in) {
        CoreValType element = Tokens.coreValType(in);
        int offset = in.position();
        int flags = in.u8();
        if (flags > 7) {
            throw Tokens.unknown(offset, flags, "limits");
        }
        long min = in.u64();
        return new CoreType.Table(element, min, (flags & 1) == 0 ? -1 : in.u64());
    }

    private static CoreType memory(BinaryReader in) {
        int offset = in.position();
        int flags = in.u8();
        if (flags > 7) {
            throw Tokens.unknown(offset, flags, "limits");
        }
        long min = in.u64();
        long max = (flags & 1) == 0 ? -1 : in.u64();
        return new CoreType.Memory(min, max, (flags & 2) != 0, (flags & 4) != 0);
    }
}
