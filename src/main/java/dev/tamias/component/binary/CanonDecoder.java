package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** Reads canonical definitions (Binary.md, "Canonical Definitions"). */
final class CanonDecoder {

    private static final List<CoreValType> I32 = List.of(CoreValType.I32);
    private static final CoreType.Func I32_TO_I32 = new CoreType.Func(I32, I32);
    private static final CoreType.Func I32_TO_NOTHING = new CoreType.Func(I32, List.of());

    private final ComponentScope scope;

    CanonDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One definition; appends to the functions or, all but {@code lift}, to the core functions. */
    void define(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        switch (opcode) {
            case 0x00 -> lift(in, offset);
            case 0x01 -> lower(in, offset);
            case 0x02 -> {
                ResourceId id = defined(in);
                builtin(offset, new Definition.ResourceNew(id), I32_TO_I32);
            }
            case 0x03 -> {
                ResourceId id = new TypeDecoder(scope).resource(in);
                builtin(offset, new Definition.ResourceDrop(id), I32_TO_NOTHING);
            }
            case 0x04 -> {
                ResourceId id = defined(in);
                builtin(offset, new Definition.ResourceRep(id), I32_TO_I32);
            }
            default -> throw other(offset, opcode);
        }
    }

    private static BrokenRule other(int offset, int opcode) {
        if (opcode >= 0x1c && opcode <= 0x1e) {
            return BrokenRule.unsupported(offset, "canonical function of error-context");
        }
        if (opcode >= 0x26 && opcode <= 0x2d
                || opcode >= 0x40 && opcode <= 0x42
                || opcode == 0x0c) {
            return BrokenRule.unsupported(offset, "canonical function of threads");
        }
        if (opcode >= 0x0e && opcode <= 0x1b) {
            return BrokenRule.unsupported(offset, "canonical function of streams and futures");
        }
        if (opcode >= 0x05 && opcode <= 0x0d || opcode >= 0x1f && opcode <= 0x25) {
            return BrokenRule.unsupported(offset, "canonical function of asynchronous tasks");
        }
        return Tokens.unknown(offset, opcode, "canonical function");
    }

    private void builtin(int offset, Definition definition, CoreType.Func type) {
        scope.coreFuncs.add(offset, type);
        scope.definitions.add(definition);
    }

    /** The resource type of which only the component that defines it sees the representation. */
    private ResourceId defined(BinaryReader in) {
        int offset = in.position();
        ResourceId id = new TypeDecoder(scope).resource(in);
        if (!scope.defined.contains(id)) {
            throw BrokenRule.invalid(
                    offset, "resource type " + id.name() + " is not defined in this component");
        }
        return id;
    }

    private void lift(BinaryReader in, int offset) {
        Tokens.expect(in, 0x00, "lifted function");
        int at = in.position();
        int coreFunc = in.index();
        CoreType.Func core = scope.coreFuncs.get(at, coreFunc);
        CanonOptionsDecoder.Options options = new CanonOptionsDecoder(scope).read(in);
        int typeAt = in.position();
        int typeIndex = in.index();
        if (!(scope.types.get(typeAt, typeIndex) instanceof AnyType.Func func)) {
            throw BrokenRule.invalid(typeAt, "type " + typeIndex + " is no function type");
        }
        FuncType type = func.type();
        FlatTypes.Signature signature = scope.state.flat.lift(type);
        if (!core.expand().equals(signature.type())) {
            throw BrokenRule.invalid(
                    at,
                    "core function "
                            + coreFunc
                            + " is lifted, which needs type "
                            + signature.type()
                            + ", and is of type "
                            + core);
        }
        options.require(offset, signature);
        options.checkPostReturn(offset, core);
        scope.funcs.add(offset, type);
        scope.definitions.add(new Definition.Lift(coreFunc, options.canonical(), type));
    }

    private void lower(BinaryReader in, int offset) {
        Tokens.expect(in, 0x00, "lowered function");
        int at = in.position();
        int func = in.index();
        FuncType type = scope.funcs.get(at, func);
        CanonOptionsDecoder.Options options = new CanonOptionsDecoder(scope).read(in);
        FlatTypes.Signature signature = scope.state.flat.lower(type);
        options.require(offset, signature);
        if (options.canonical().postReturn() != null) {
            throw BrokenRule.invalid(offset, "post-return is given where a function is lowered");
        }
        scope.coreFuncs.add(offset, signature.type());
        scope.definitions.add(new Definition.Lower(func, options.canonical(), type));
    }
}
