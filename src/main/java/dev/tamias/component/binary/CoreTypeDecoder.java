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
    private static final int MODULE = 0x50;
    private static final long MAX_PAGES = 1L << 16;
    private static final long MAX_PAGES_64 = 1L << 48;
    private static final long MAX_TABLE_ELEMENTS = (1L << 32) - 1;

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
                    case MODULE -> new CoreDefType.Module(module(in));
                    default -> throw other(offset, opcode);
                };
        scope.coreTypes.add(offset, type);
    }

    private static BrokenRule other(int offset, int opcode) {
        return switch (opcode) {
            case 0x00, 0x4e, 0x4f, 0x5e, 0x5f ->
                    BrokenRule.unsupported(offset, "core type of the garbage collection proposal");
            case 0x5d ->
                    BrokenRule.unsupported(offset, "core type of the stack switching proposal");
            case 0x65 -> BrokenRule.unsupported(offset, "shared core type");
            default -> Tokens.unknown(offset, opcode, "core type");
        };
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
                    module.addImport(offset, from, name, extern(in, module.types));
                }
                case 0x01 -> module.types.add(offset, innerType(in));
                case 0x02 -> module.types.add(offset, alias(in, module));
                case 0x03 -> {
                    String name = Tokens.name(in, scope.state.limits);
                    module.addExport(offset, name, extern(in, module.types));
                }
                default -> throw Tokens.unknown(offset, opcode, "declarator of a module type");
            }
        }
        return module.type();
    }

    private static CoreType.Func innerType(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        if (opcode == MODULE) {
            // The byte of a module type as well, of which no module type can contain another.
            throw BrokenRule.unsupported(offset, "core subtype within a module type");
        }
        if (opcode != FUNC) {
            throw other(offset, opcode);
        }
        return func(in);
    }

    private CoreType.Func alias(BinaryReader in, ModuleScope module) {
        int offset = in.position();
        Tokens.expect(in, 0x10, "alias of a core type");
        Tokens.expect(in, 0x01, "outer alias");
        int count = in.index();
        int index = in.index();
        if (count == 0) {
            return module.types.get(offset, index);
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
            case 0x04 -> tag(in, types);
            default -> throw Tokens.unknown(offset, kind, "kind of core import or export");
        };
    }

    private static CoreType table(BinaryReader in) {
        CoreValType element = Tokens.coreValType(in);
        int offset = in.position();
        Limits limits = Limits.read(in);
        if (limits.shared()) {
            throw BrokenRule.unsupported(offset, "shared table");
        }
        if (!limits.address64()) {
            limits.requireAtMost(offset, MAX_TABLE_ELEMENTS, "elements of a table");
        }
        return new CoreType.Table(element, limits.min(), limits.max(), limits.address64());
    }

    private static CoreType memory(BinaryReader in) {
        int offset = in.position();
        Limits limits = Limits.read(in);
        limits.requireAtMost(
                offset, limits.address64() ? MAX_PAGES_64 : MAX_PAGES, "pages of a memory");
        if (limits.shared() && limits.max() == Limits.NONE) {
            throw BrokenRule.invalid(offset, "a shared memory has no maximum");
        }
        return new CoreType.Memory(limits.min(), limits.max(), limits.shared(), limits.address64());
    }

    private static CoreType tag(BinaryReader in, IndexSpace<CoreType.Func> types) {
        Tokens.expect(in, 0x00, "exception tag");
        int offset = in.position();
        CoreType.Func type = types.get(offset, in.index());
        if (!type.results().isEmpty()) {
            throw BrokenRule.invalid(offset, "an exception tag is of type " + type);
        }
        return new CoreType.Tag(type);
    }
}
