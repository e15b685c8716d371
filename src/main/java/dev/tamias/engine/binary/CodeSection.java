package dev.tamias.engine.binary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a module defines, their types and bodies. They are called by their indices; imported
 * functions come first.
 */
public final class CodeSection {

    /** A body of three bytes: no locals, {@code unreachable}, {@code end}. */
    static final byte[] UNREACHABLE = {3, 0x00, 0x00, 0x0b};

    /** The sections that compiled functions refer to, but for the functions themselves. */
    private static final List<Integer> COMPILED =
            List.of(
                    CoreBinaryReader.TYPE,
                    CoreBinaryReader.IMPORT,
                    CoreBinaryReader.TABLE,
                    CoreBinaryReader.MEMORY,
                    CoreBinaryReader.GLOBAL);

    private final byte[] module;
    private final int firstFunction;
    private final int header;
    private final int start;
    private final int end;
    private int @Nullable [] bodies;

    private CodeSection(byte[] module, int firstFunction, int header, int start, int end) {
        this.module = module;
        this.firstFunction = firstFunction;
        this.header = header;
        this.start = start;
        this.end = end;
    }

    /** The code section of a module whose functions are called by their places in it. */
    public static CodeSection of(byte[] module) {
        return of(module, 0);
    }

    /**
     * The code section of a module, which may have none.
     *
     * @param module the module, rewritten
     * @param original the same with its own imports
     */
    public static CodeSection of(byte[] module, CoreBinary original) {
        int first = 0;
        for (CoreBinary.Import each : original.imports()) {
            first += each.type() instanceof CoreType.Func ? 1 : 0;
        }
        return of(module, first);
    }

    /**
     * The code section of a module, rewritten.
     *
     * @param first how many functions it imports
     */
    public static CodeSection of(byte[] module, int first) {
        BinaryReader in = new BinaryReader(module);
        in.skip(8);
        while (!in.atEnd()) {
            int header = in.position();
            int id = in.u8();
            int length = in.count();
            int start = in.position();
            in.skip(length);
            if (id == CoreBinaryReader.CODE) {
                return new CodeSection(module, first, header, start, in.position());
            }
        }
        return new CodeSection(module, first, 0, 0, 0);
    }

    /** The bytes of each body, in the functions' order. */
    public int[] sizes() {
        BinaryReader in = content();
        int[] sizes = new int[count(in)];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = in.count();
            in.skip(sizes[i]);
        }
        return sizes;
    }

    /** The module that it is of. */
    public byte[] module() {
        return module;
    }

    /** How many functions have a body. */
    public int count() {
        return count(content());
    }

    /** The number of entries that a section's content begins with; none where there is no section. */
    private static int count(BinaryReader in) {
        return in.atEnd() ? 0 : in.count();
    }

    /** Whether one of some functions has a body of at least so many bytes. */
    boolean hasBodyOf(int from, int to, int bytes) {
        int[] sizes = sizes();
        for (int function = from; function < to; function++) {
            if (sizes[function - firstFunction] >= bytes) {
                return true;
            }
        }
        return false;
    }

    /** The body of a function: its locals and instructions. */
    BinaryReader body(int function) {
        if (bodies == null) {
            bodies = starts();
        }
        BinaryReader in = new BinaryReader(module);
        in.skip(bodies[function - firstFunction]);
        return in.slice(in.count());
    }

    private int[] starts() {
        BinaryReader in = content();
        int[] starts = new int[count(in)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = in.position();
            in.skip(in.count());
        }
        return starts;
    }

    /** The module with one function of each of these types, {@code unreachable}, to be compiled. */
    public byte[] withTypes(int[] types) {
        BinaryWriter functions = new BinaryWriter(64).u32(types.length);
        BinaryWriter stubs = new BinaryWriter(64).u32(types.length);
        for (int type : types) {
            functions.u32(type);
            stubs.bytes(UNREACHABLE);
        }
        return withFunctions(functions.toBytes(), stubs.toBytes());
    }

    /** The module with other functions, and without what a compiler needs not: exports, segments. */
    byte[] withFunctions(byte[] functions, byte[] code) {
        Map<Integer, byte[]> contents = contents(module);
        contents.keySet().retainAll(COMPILED);
        contents.put(CoreBinaryReader.FUNCTION, functions);
        contents.put(CoreBinaryReader.CODE, code);
        return ModuleRewriter.module(contents, module);
    }

    /** The type of each function that has a body: its index. */
    public int[] types() {
        byte[] content = contents(module).getOrDefault(CoreBinaryReader.FUNCTION, new byte[0]);
        BinaryReader in = new BinaryReader(content);
        int[] types = new int[count(in)];
        for (int i = 0; i < types.length; i++) {
            types[i] = in.index();
        }
        return types;
    }

    /** The contents of a module's sections by their ids. */
    static Map<Integer, byte[]> contents(byte[] module) {
        Map<Integer, byte[]> contents = new HashMap<>();
        BinaryReader in = new BinaryReader(module);
        in.skip(8);
        while (!in.atEnd()) {
            int id = in.u8();
            int length = in.count();
            contents.put(id, in.copy(in.position(), in.position() + length));
            in.skip(length);
        }
        return contents;
    }

    /** The bytes of all bodies. */
    public int size() {
        return end - start;
    }

    /** The index of the first function that has a body. */
    public int firstFunction() {
        return firstFunction;
    }

    private BinaryReader content() {
        BinaryReader in = new BinaryReader(module);
        in.skip(start);
        return in.slice(end - start);
    }

    /** The module with {@code unreachable} in the place of all bodies but those of some functions. */
    public byte[] withBodiesOf(IntPredicate functions) {
        if (start == end) {
            return module;
        }
        BinaryReader in = content();
        int count = in.count();
        BinaryWriter bodies = new BinaryWriter(4 * count + 8).u32(count);
        for (int i = 0; i < count; i++) {
            int body = in.position();
            in.skip(in.count());
            if (functions.test(firstFunction + i)) {
                bodies.bytes(module, body, in.position());
            } else {
                bodies.bytes(UNREACHABLE);
            }
        }
        byte[] content = bodies.toBytes();
        return new BinaryWriter(module.length - (end - start) + content.length + 8)
                .bytes(module, 0, header)
                .u8(CoreBinaryReader.CODE)
                .u32(content.length)
                .bytes(content)
                .bytes(module, end, module.length)
                .toBytes();
    }

    /** The module without the sections that define functions. */
    public byte[] withoutFunctions() {
        Map<Integer, byte[]> contents = contents(module);
        contents.remove(CoreBinaryReader.FUNCTION);
        contents.remove(CoreBinaryReader.CODE);
        return ModuleRewriter.module(contents, module);
    }

    /** Which functions have another body than {@code unreachable}. */
    public BitSet withBodies() {
        BinaryReader in = content();
        BitSet found = new BitSet();
        for (int i = 0, count = count(in); i < count; i++) {
            int from = in.position();
            in.skip(in.count());
            found.set(
                    firstFunction + i,
                    !Arrays.equals(
                            module, from, in.position(), UNREACHABLE, 0, UNREACHABLE.length));
        }
        return found;
    }

    /** A module of the same types with some of the functions, and nothing else that they need. */
    public byte[] only(BitSet functions) {
        int[] types = types();
        BinaryWriter section = new BinaryWriter(64).u32(functions.cardinality());
        BinaryWriter bodies = new BinaryWriter(4096).u32(functions.cardinality());
        BinaryReader in = content();
        for (int i = 0, count = count(in); i < count; i++) {
            int from = in.position();
            in.skip(in.count());
            if (functions.get(firstFunction + i)) {
                section.u32(types[i]);
                bodies.bytes(module, from, in.position());
            }
        }
        Map<Integer, byte[]> contents = contents(module);
        contents.keySet().retainAll(List.of(CoreBinaryReader.TYPE));
        contents.put(CoreBinaryReader.FUNCTION, section.toBytes());
        contents.put(CoreBinaryReader.CODE, bodies.toBytes());
        return ModuleRewriter.module(contents, module);
    }
}
