package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link CoreBinary} (core specification, "Binary Format", "Modules"). */
final class CoreBinaryReader {

    /** Section ids of the core specification. */
    static final int TYPE = 1;

    static final int IMPORT = 2;
    static final int FUNCTION = 3;
    static final int TABLE = 4;
    static final int MEMORY = 5;
    static final int GLOBAL = 6;
    static final int EXPORT = 7;
    static final int CODE = 10;
    static final int TAG = 13;

    private static final int FUNC_TYPE = 0x60;

    private final byte[] bytes;
    private final List<CoreBinary.Section> sections = new ArrayList<>();
    private final List<CoreType.Func> types = new ArrayList<>();
    private boolean plainTypes = true;
    private final List<CoreBinary.Import> imports = new ArrayList<>();
    private final List<CoreBinary.Export> exports = new ArrayList<>();

    private final List<CoreType.Func> funcs = new ArrayList<>();
    private final List<CoreType.Table> tables = new ArrayList<>();
    private final List<CoreType.Memory> memories = new ArrayList<>();
    private final List<CoreType.Global> globals = new ArrayList<>();
    private final List<CoreType.Tag> tags = new ArrayList<>();

    CoreBinaryReader(byte[] bytes) {
        this.bytes = bytes;
    }

    CoreBinary read() {
        BinaryReader reader = new BinaryReader(bytes);
        preamble(reader);
        while (!reader.atEnd()) {
            int id = reader.u8();
            int length = reader.count();
            BinaryReader content = reader.slice(length);
            sections.add(new CoreBinary.Section(id, content.position(), reader.position()));
            section(id, content);
        }
        return new CoreBinary(bytes, sections, types, plainTypes, imports, exports);
    }

    private static void preamble(BinaryReader reader) {
        int[] expected = {0x00, 'a', 's', 'm', 1, 0, 0, 0};
        for (int each : expected) {
            if (reader.atEnd() || reader.u8() != each) {
                throw new MalformedBinary(
                        0,
                        "this is no core WebAssembly module: it does not start with its magic number and version");
            }
        }
    }

    private void section(int id, BinaryReader in) {
        switch (id) {
            case TYPE -> types(in);
            case IMPORT -> repeat(in, this::importEntry);
            case FUNCTION -> repeat(in, each -> funcs.add(type(each)));
            case TABLE -> repeat(in, this::table);
            case MEMORY -> repeat(in, each -> memories.add(memoryType(each)));
            case GLOBAL -> repeat(in, this::global);
            case TAG -> repeat(in, each -> tags.add(tagType(each)));
            case EXPORT -> repeat(in, this::export);
            default -> {}
        }
    }

    private static void repeat(BinaryReader in, java.util.function.Consumer<BinaryReader> entry) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            entry.accept(in);
        }
    }

    private void types(BinaryReader in) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            if (in.peek() != FUNC_TYPE) {
                // Recursion groups, structs and arrays have no place at a component's boundary; the
                // module keeps its own type list (RATIONALE.md, "one type space").
                plainTypes = false;
                return;
            }
            in.u8();
            List<CoreValType> params = valTypes(in);
            types.add(new CoreType.Func(params, valTypes(in)));
        }
    }

    private static List<CoreValType> valTypes(BinaryReader in) {
        int count = in.count();
        List<CoreValType> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(valType(in));
        }
        return list;
    }

    private static CoreValType valType(BinaryReader in) {
        int offset = in.position();
        return CoreValType.of(in.u8(), offset);
    }

    private CoreType.Func type(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        if (index >= types.size()) {
            if (!plainTypes) {
                return new CoreType.Func(List.of(), List.of());
            }
            throw new MalformedBinary(offset, "unknown type " + index + " of " + types.size());
        }
        return types.get(index);
    }

    private void importEntry(BinaryReader in) {
        String module = in.name();
        String name = in.name();
        int offset = in.position();
        int kind = in.u8();
        CoreType type =
                switch (kind) {
                    case 0 -> add(funcs, type(in));
                    case 1 -> add(tables, tableType(in));
                    case 2 -> add(memories, memoryType(in));
                    case 3 -> add(globals, globalType(in));
                    case 4 -> add(tags, tagType(in));
                    default -> throw new MalformedBinary(offset, kind + " is no kind of import");
                };
        imports.add(new CoreBinary.Import(module, name, type));
    }

    private static <T> T add(List<T> space, T type) {
        space.add(type);
        return type;
    }

    private void table(BinaryReader in) {
        boolean initialised = in.peek() == 0x40;
        if (initialised) {
            in.u8();
            in.u8();
        }
        tables.add(tableType(in));
        if (initialised) {
            CodeWalker.skipExpression(in);
        }
    }

    private static CoreType.Table tableType(BinaryReader in) {
        CoreValType element = valType(in);
        int flags = in.u8();
        long min = in.u64();
        return new CoreType.Table(element, min, (flags & 1) == 0 ? -1 : in.u64());
    }

    private static CoreType.Memory memoryType(BinaryReader in) {
        int flags = in.u8();
        long min = in.u64();
        long max = (flags & 1) == 0 ? -1 : in.u64();
        return new CoreType.Memory(min, max, (flags & 2) != 0, (flags & 4) != 0);
    }

    private static CoreType.Global globalType(BinaryReader in) {
        CoreValType type = valType(in);
        return new CoreType.Global(type, in.u8() == 1);
    }

    private void global(BinaryReader in) {
        globals.add(globalType(in));
        CodeWalker.skipExpression(in);
    }

    private CoreType.Tag tagType(BinaryReader in) {
        in.u8();
        return new CoreType.Tag(type(in));
    }

    private void export(BinaryReader in) {
        String name = in.name();
        int offset = in.position();
        int kind = in.u8();
        int index = in.index();
        List<? extends CoreType> space =
                switch (kind) {
                    case 0 -> funcs;
                    case 1 -> tables;
                    case 2 -> memories;
                    case 3 -> globals;
                    case 4 -> tags;
                    default -> throw new MalformedBinary(offset, kind + " is no kind of export");
                };
        if (index >= space.size()) {
            throw new MalformedBinary(
                    offset, "export \"" + name + "\" names index " + index + " of " + space.size());
        }
        exports.add(new CoreBinary.Export(name, space.get(index)));
    }
}
