package dev.tamias.engine;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small core modules for tests. Indices are counted by the caller, imports first. */
public final class ModuleBuilder {

    public static final int FUNC = 0;
    public static final int TABLE = 1;
    public static final int MEMORY = 2;

    private static final int EMPTY_BLOCK = 0x40;

    private final List<byte[]> types = new ArrayList<>();
    private final List<byte[]> imports = new ArrayList<>();
    private final List<byte[]> functions = new ArrayList<>();
    private final List<byte[]> tables = new ArrayList<>();
    private final List<byte[]> memories = new ArrayList<>();
    private final List<byte[]> globals = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> elements = new ArrayList<>();
    private final List<byte[]> start = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();

    public ModuleBuilder type(List<CoreValType> params, List<CoreValType> results) {
        BinaryWriter out = new BinaryWriter(8).u8(0x60).u32(params.size());
        params.forEach(each -> out.u8(each.opcode()));
        out.u32(results.size());
        results.forEach(each -> out.u8(each.opcode()));
        types.add(out.toBytes());
        return this;
    }

    public ModuleBuilder importFunc(String module, String name, int type) {
        imports.add(names(module, name).u8(FUNC).u32(type).toBytes());
        return this;
    }

    public ModuleBuilder importTable(String module, String name, int min) {
        imports.add(names(module, name).u8(TABLE).u8(0x70).u8(0).u32(min).toBytes());
        return this;
    }

    public ModuleBuilder importMemory(String module, String name, int min) {
        imports.add(names(module, name).u8(MEMORY).u8(0).u32(min).toBytes());
        return this;
    }

    /** A function with {@code locals} i32 locals; {@code code} lacks the last {@code end}. */
    public ModuleBuilder func(int type, int locals, byte[] code) {
        functions.add(new BinaryWriter(2).u32(type).toBytes());
        BinaryWriter body = new BinaryWriter(code.length + 4);
        if (locals == 0) {
            body.u32(0);
        } else {
            body.u32(1).u32(locals).u8(CoreValType.I32.opcode());
        }
        byte[] bytes = body.bytes(code).u8(0x0b).toBytes();
        bodies.add(new BinaryWriter(bytes.length + 4).u32(bytes.length).bytes(bytes).toBytes());
        return this;
    }

    public ModuleBuilder table(int min) {
        tables.add(new BinaryWriter(4).u8(0x70).u8(0).u32(min).toBytes());
        return this;
    }

    public ModuleBuilder memory(int pages) {
        memories.add(new BinaryWriter(4).u8(0).u32(pages).toBytes());
        return this;
    }

    public ModuleBuilder mutableGlobal(int value) {
        globals.add(
                new BinaryWriter(8)
                        .u8(CoreValType.I32.opcode())
                        .u8(1)
                        .u8(0x41)
                        .signed(value)
                        .u8(0x0b)
                        .toBytes());
        return this;
    }

    public ModuleBuilder export(String name, int kind, int index) {
        exports.add(name(new BinaryWriter(16), name).u8(kind).u32(index).toBytes());
        return this;
    }

    /** The function that runs when the module is instantiated. */
    public ModuleBuilder start(int func) {
        start.add(new BinaryWriter(2).u32(func).toBytes());
        return this;
    }

    /** Puts functions into table 0 from {@code offset}. */
    public ModuleBuilder element(int offset, int... funcs) {
        BinaryWriter out =
                new BinaryWriter(16).u32(0).u8(0x41).signed(offset).u8(0x0b).u32(funcs.length);
        for (int func : funcs) {
            out.u32(func);
        }
        elements.add(out.toBytes());
        return this;
    }

    public CoreBinary build() {
        return CoreBinary.of(bytes());
    }

    public byte[] bytes() {
        BinaryWriter out = new BinaryWriter(256).bytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        section(out, 1, types);
        section(out, 2, imports);
        section(out, 3, functions);
        section(out, 4, tables);
        section(out, 5, memories);
        section(out, 6, globals);
        section(out, 7, exports);
        // No list, as the others are.
        start.forEach(func -> out.u8(8).u32(func.length).bytes(func));
        section(out, 9, elements);
        section(out, 10, bodies);
        return out.toBytes();
    }

    private static void section(BinaryWriter out, int id, List<byte[]> items) {
        if (items.isEmpty()) {
            return;
        }
        BinaryWriter content = new BinaryWriter(64).u32(items.size());
        items.forEach(content::bytes);
        byte[] bytes = content.toBytes();
        out.u8(id).u32(bytes.length).bytes(bytes);
    }

    private static BinaryWriter names(String module, String name) {
        return name(name(new BinaryWriter(32), module), name);
    }

    private static BinaryWriter name(BinaryWriter out, String name) {
        return out.u32(name.length()).bytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes from ints, for instructions. */
    static byte[] code(int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        return code;
    }

    /** A function body that never returns. */
    static byte[] endlessLoop() {
        return code(0x03, EMPTY_BLOCK, 0x0c, 0, 0x0b);
    }
}
