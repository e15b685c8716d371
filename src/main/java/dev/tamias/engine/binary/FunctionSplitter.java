package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits functions that are too large for a Java method, or for HotSpot: stretches of their code become
 * functions of their own, behind those that the module has. What the module does stays the same.
 *
 * <p>Why: what does not fit a Java method runs in the core engine's interpreter, hundreds of times
 * slower, and it is the interpreter loops of other languages that do not fit (RATIONALE.md, "Why are
 * large functions split?").
 */
public final class FunctionSplitter {

    private final byte[] module;
    private final SplitSizes sizes;
    private final boolean prepared;
    private final Map<Integer, byte[]> bodies = new HashMap<>();
    private final List<byte[]> newBodies = new ArrayList<>();
    private final List<byte[]> newFunctions = new ArrayList<>();
    private @Nullable AddedTypes types;
    private @Nullable ReturnRegisters registers;
    private int firstFunction;

    private FunctionSplitter(byte[] module, SplitSizes sizes, boolean prepared) {
        this.module = module;
        this.sizes = sizes;
        this.prepared = prepared;
    }

    /**
     * The module with its large functions split; itself where it has none, or none that can be.
     *
     * @param module a valid module, written anew by {@link TypeSpace#rewrite}
     */
    public static byte[] split(byte[] module, SplitSizes sizes) {
        return new FunctionSplitter(module, sizes, false).split();
    }

    /**
     * The module with all globals that {@link #splitPrepared} may need, behind its own: for functions
     * that are split one by one while the module's instances already run.
     */
    public static byte[] prepared(byte[] module) {
        Map<Integer, byte[]> contents = CodeSection.contents(module);
        List<byte[]> registers = ReturnRegisters.fixed(0).entries();
        ModuleRewriter.add(contents, CoreBinaryReader.GLOBAL, registers);
        return ModuleRewriter.module(contents, module);
    }

    /**
     * As {@link #split}, but for the globals, which the module has.
     *
     * @param module with {@code unreachable} in the place of bodies that are none of its concern
     */
    static byte[] splitPrepared(byte[] module, SplitSizes sizes) {
        return new FunctionSplitter(module, sizes, true).split();
    }

    private byte[] split() {
        CoreBinary read = new CoreBinaryReader(module, this::body).read();
        if (types == null || registers == null || newBodies.isEmpty()) {
            return module;
        }
        Map<Integer, byte[]> contents = new HashMap<>();
        for (CoreBinary.Section each : read.sections()) {
            contents.put(
                    each.id(),
                    each.id() == CoreBinaryReader.CODE
                            ? code(each)
                            : new BinaryReader(module).copy(each.start(), each.end()));
        }
        ModuleRewriter.add(contents, CoreBinaryReader.TYPE, types.entries());
        ModuleRewriter.add(contents, CoreBinaryReader.FUNCTION, newFunctions);
        if (!prepared) {
            ModuleRewriter.add(contents, CoreBinaryReader.GLOBAL, registers.entries());
        }
        ModuleRewriter.add(contents, CoreBinaryReader.CODE, newBodies);
        return ModuleRewriter.module(contents, module);
    }

    private void body(
            int function,
            SubType type,
            BinaryReader body,
            ModuleContext context,
            ExpressionValidator validator) {
        if (body.remaining() < sizes.from()) {
            return;
        }
        FunctionCode code = FunctionCodeReader.read(type, body, validator);
        if (code == null) {
            return;
        }
        if (types == null || registers == null) {
            types = new AddedTypes(context.types.size());
            int globals = context.globals.size();
            registers =
                    prepared
                            ? ReturnRegisters.fixed(globals - ReturnRegisters.MOST)
                            : new ReturnRegisters(globals);
            firstFunction = context.funcs.size();
        }
        List<Outlined> outlined =
                new Outliner(code, sizes, firstFunction + newBodies.size()).outline();
        FunctionCodeWriter writer = new FunctionCodeWriter(module, code, types, registers);
        if (outlined.isEmpty()) {
            return;
        }
        bodies.put(function, entry(writer.function(type.params.length)));
        for (Outlined each : outlined) {
            newBodies.add(entry(writer.function(each)));
            int index = types.index(writer.typesOf(each.params()), results(each, writer));
            newFunctions.add(new BinaryWriter(5).u32(index).toBytes());
        }
    }

    private static int[] results(Outlined outlined, FunctionCodeWriter writer) {
        if (outlined.hasCode()) {
            return new int[] {TypeCode.I32};
        }
        return outlined.isDirect() ? writer.typesOf(outlined.results()) : new int[0];
    }

    private static byte[] entry(byte[] body) {
        return new BinaryWriter(body.length + 5).u32(body.length).bytes(body).toBytes();
    }

    /** The code section with what is left of the functions that were split. */
    private byte[] code(CoreBinary.Section section) {
        BinaryReader in = ModuleRewriter.reader(section, module);
        BinaryWriter out = new BinaryWriter(in.remaining());
        int count = in.count();
        out.u32(count);
        int function = firstFunction - count;
        for (int i = 0; i < count; i++) {
            int start = in.position();
            in.skip(in.count());
            byte[] written = bodies.get(function + i);
            if (written == null) {
                out.bytes(module, start, in.position());
            } else {
                out.bytes(written);
            }
        }
        return out.toBytes();
    }
}
