package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some neighbouring functions of a module as a module that a compiler takes, and no more than that: it
 * cannot be instantiated. It has the imported functions, then those of the group, then what was split off
 * these, and then each function that they call, without its code. Types, tables, memories and globals
 * have the indices that they have in the whole module.
 */
public final class FunctionGroup {

    private static final int CALL = 0x10;

    private final byte[] source;
    private final int from;
    private final int to;
    private final int whole;
    private final int[] types;
    private final int imported;
    private final int compiled;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Integer> functions = new ArrayList<>();
    private final byte[] module;

    /**
     * @param code of the whole module, rewritten
     * @param from the index of the first function of the group
     * @param to the index behind its last function
     * @param sizes which of them are split
     */
    public FunctionGroup(CodeSection code, int from, int to, SplitSizes sizes) {
        byte[] some = code.withBodiesOf(function -> function >= from && function < to);
        this.from = from;
        this.to = to;
        this.imported = code.firstFunction();
        this.whole = imported + code.count();
        this.source =
                code.hasBodyOf(from, to, sizes.from())
                        ? FunctionSplitter.splitPrepared(some, sizes)
                        : some;
        CodeSection split = CodeSection.of(source, imported);
        this.types = split.types();
        for (int function = 0; function < imported; function++) {
            place(function);
        }
        for (int function = from; function < to; function++) {
            place(function);
        }
        for (int function = whole; function < imported + types.length; function++) {
            place(function);
        }
        this.compiled = functions.size();
        this.module = module(split);
    }

    private int place(int function) {
        Integer known = places.get(function);
        if (known == null) {
            known = functions.size();
            places.put(function, known);
            functions.add(function);
        }
        return known;
    }

    /** The module. */
    public byte[] module() {
        return module;
    }

    /** How many functions have their code in the module, the imported ones with them; they come first. */
    public int compiled() {
        return compiled;
    }

    /** How many of them are imported. */
    public int imported() {
        return imported;
    }

    /** The index of the group's first function in the whole module. */
    public int first() {
        return from;
    }

    /**
     * The index that a function of this module has in the whole one; one beyond that module's functions
     * where it was split off.
     */
    public int indexOf(int place) {
        return functions.get(place);
    }

    /** Whether the group has the function, or it was split off one that the group has. */
    public boolean has(int function) {
        return function >= from && function < to || function >= whole;
    }

    private byte[] module(CodeSection split) {
        BinaryWriter bodies = new BinaryWriter(source.length);
        for (int place = imported; place < compiled; place++) {
            byte[] body = body(split.body(functions.get(place)));
            bodies.u32(body.length).bytes(body);
        }
        for (int place = compiled; place < functions.size(); place++) {
            bodies.bytes(CodeSection.UNREACHABLE);
        }
        int count = functions.size() - imported;
        BinaryWriter section = new BinaryWriter(2 * count + 8).u32(count);
        for (int place = imported; place < functions.size(); place++) {
            section.u32(types[functions.get(place) - imported]);
        }
        byte[] code = bodies.toBytes();
        return split.withFunctions(
                section.toBytes(),
                new BinaryWriter(code.length + 8).u32(count).bytes(code).toBytes());
    }

    /** A body that calls functions by their places. In rewritten code nothing else names a function. */
    private byte[] body(BinaryReader in) {
        int copied = in.position();
        BinaryWriter out = new BinaryWriter(in.remaining() + 64);
        for (int groups = in.count(); groups > 0; groups--) {
            in.u32();
            TypeCode.read(in);
        }
        InstructionReader instructions = new InstructionReader(in);
        while (!in.atEnd()) {
            instructions.next();
            if ((source[instructions.start()] & 0xff) == CALL) {
                out.bytes(source, copied, instructions.start());
                out.u8(CALL).u32(place(instructions.value(0)));
                copied = instructions.end();
            }
        }
        return out.bytes(source, copied, in.position()).toBytes();
    }
}
