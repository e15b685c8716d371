package dev.tamias.engine.binary;

import java.util.function.IntPredicate;

/** The bodies of a module's functions, called by the functions' indices: imported functions come first. */
public final class CodeSection {

    /** A body of three bytes: no locals, {@code unreachable}, {@code end}. */
    private static final byte[] UNREACHABLE = {3, 0x00, 0x00, 0x0b};

    private final byte[] module;
    private final int firstFunction;
    private final int header;
    private final int start;
    private final int end;

    private CodeSection(byte[] module, int firstFunction, int header, int start, int end) {
        this.module = module;
        this.firstFunction = firstFunction;
        this.header = header;
        this.start = start;
        this.end = end;
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
        int[] sizes = new int[in.atEnd() ? 0 : in.count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = in.count();
            in.skip(sizes[i]);
        }
        return sizes;
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
}
