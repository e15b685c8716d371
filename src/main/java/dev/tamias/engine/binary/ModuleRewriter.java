package dev.tamias.engine.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes a module anew with another type section; see {@link TypeSpace#rewrite}. */
final class ModuleRewriter implements CodeRewriter.Edits {

    /** The sections that are written, in the order that the core specification prescribes. */
    private static final int[] ORDER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11};

    private static final int REF_NULL = 0xd0;
    private static final int REF_FUNC = 0xd2;
    private static final int END = 0x0b;

    private final CoreBinary module;
    private final byte[] source;
    private final byte[] typeSection;
    private final int[] renumbered;
    private final List<TypeGroup.Kind> kinds;

    private final List<Integer> functionTypes = new ArrayList<>();
    private final List<Integer> tags = new ArrayList<>();
    private final Map<Integer, Integer> references = new HashMap<>();
    private final List<byte[]> moreGlobals = new ArrayList<>();
    private int imports;
    private int tables;
    private int globals;
    private @Nullable Integer callTable;
    private @Nullable Integer callGlobal;

    /**
     * @param renumbered the shared index of each of the module's types
     */
    ModuleRewriter(
            CoreBinary module, byte[] typeSection, int[] renumbered, List<TypeGroup.Kind> kinds) {
        this.module = module;
        this.source = module.bytes();
        this.typeSection = typeSection;
        this.renumbered = renumbered;
        this.kinds = kinds;
    }

    byte[] rewrite() {
        Map<Integer, byte[]> contents = new HashMap<>();
        for (CoreBinary.Section section : module.sections()) {
            byte[] content = content(section);
            if (content != null) {
                contents.put(section.id(), content);
            }
        }
        contents.put(CoreBinaryReader.TYPE, typeSection);
        add(contents, CoreBinaryReader.IMPORT, tagImports());
        add(contents, CoreBinaryReader.GLOBAL, moreGlobals);
        if (callTable != null) {
            byte[] table = new BinaryWriter(4).u8(TypeCode.FUNC).u8(1).u32(1).u32(1).toBytes();
            add(contents, CoreBinaryReader.TABLE, List.of(table));
        }
        return module(contents, source);
    }

    /** A module of these sections. */
    static byte[] module(Map<Integer, byte[]> contents, byte[] source) {
        BinaryWriter out = new BinaryWriter(source.length + 4096).bytes(source, 0, 8);
        for (int id : ORDER) {
            byte[] content = contents.get(id);
            if (content != null) {
                out.u8(id).u32(content.length).bytes(content);
            }
        }
        return out.toBytes();
    }

    /** Adds entries to a section. */
    static void add(Map<Integer, byte[]> contents, int id, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return;
        }
        byte[] old = contents.getOrDefault(id, new byte[] {0});
        BinaryReader in = new BinaryReader(old);
        int count = in.index();
        BinaryWriter out = new BinaryWriter(old.length + 16 * entries.size());
        out.u32(count + entries.size()).bytes(old, in.position(), old.length);
        entries.forEach(out::bytes);
        contents.put(id, out.toBytes());
    }

    /** The section's new content; null where it is written elsewhere or left out. */
    private byte @Nullable [] content(CoreBinary.Section section) {
        BinaryReader in = reader(section, source);
        return switch (section.id()) {
            case CoreBinaryReader.CUSTOM, CoreBinaryReader.TYPE -> null;
            case CoreBinaryReader.TAG -> {
                entries(in, this::tag);
                yield null;
            }
            case CoreBinaryReader.IMPORT -> entries(in, this::importEntry);
            case CoreBinaryReader.FUNCTION -> entries(in, this::function);
            case CoreBinaryReader.TABLE -> entries(in, this::table);
            case CoreBinaryReader.MEMORY -> entries(in, this::memory);
            case CoreBinaryReader.GLOBAL -> entries(in, this::global);
            case CoreBinaryReader.ELEMENT -> entries(in, this::element);
            case CoreBinaryReader.CODE -> entries(in, this::body);
            default -> in.copy(section.start(), section.end());
        };
    }

    /** A reader of a section's content. */
    static BinaryReader reader(CoreBinary.Section section, byte[] bytes) {
        BinaryReader reader = new BinaryReader(bytes);
        reader.skip(section.start());
        return reader.slice(section.end() - section.start());
    }

    private static byte[] entries(BinaryReader in, BiConsumer<BinaryReader, BinaryWriter> entry) {
        BinaryWriter out = new BinaryWriter(in.remaining());
        int count = in.count();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            entry.accept(in, out);
        }
        return out.toBytes();
    }

    private CodeRewriter code(BinaryReader in, BinaryWriter out) {
        return new CodeRewriter(in, source, out, this);
    }

    @Override
    public int type(int index) {
        return renumbered[index];
    }

    @Override
    public boolean isFunction(int type) {
        return kinds.get(type) != TypeGroup.Kind.OBJECT;
    }

    @Override
    public int referenceTo(int function) {
        return references.computeIfAbsent(function, this::newReference);
    }

    /** A global that is made with the function's reference, which the engine then makes a number of. */
    private int newReference(int function) {
        moreGlobals.add(
                new BinaryWriter(16)
                        .u8(TypeCode.REF)
                        .signed(functionTypes.get(function))
                        .u8(0)
                        .u8(REF_FUNC)
                        .u32(function)
                        .u8(END)
                        .toBytes());
        return globals++;
    }

    @Override
    public int callTable() {
        if (callTable == null) {
            callTable = tables;
        }
        return callTable;
    }

    @Override
    public int callGlobal() {
        if (callGlobal == null) {
            callGlobal = globals++;
            moreGlobals.add(
                    new BinaryWriter(8)
                            .u8(TypeCode.FUNC)
                            .u8(1)
                            .u8(REF_NULL)
                            .u8(TypeCode.FUNC)
                            .u8(END)
                            .toBytes());
        }
        return callGlobal;
    }

    /** Objects are numbers that only their own module can read, so that they cannot be imported. */
    private void importEntry(BinaryReader in, BinaryWriter out) {
        in.name();
        in.name();
        name(out, imports++);
        int kind = in.u8();
        out.u8(kind);
        CodeRewriter code = code(in, out);
        switch (kind) {
            case 0 -> {
                int type = importedType(in);
                functionTypes.add(type);
                out.u32(type);
            }
            case 1 -> {
                requireNoObject(in);
                code.valType();
                limits(in, "64-bit tables");
                tables++;
                code.flush();
            }
            case 2 -> memory(in, out);
            case 3 -> {
                requireNoObject(in);
                code.valType();
                in.u8();
                globals++;
                code.flush();
            }
            default -> out.u8(in.u8()).u32(importedType(in));
        }
    }

    private void requireNoObject(BinaryReader in) {
        BinaryReader ahead = new BinaryReader(source);
        ahead.skip(in.position());
        int type = TypeCode.read(ahead);
        boolean object =
                TypeCode.isConcrete(type)
                        ? !isFunction(TypeCode.index(type))
                        : TypeGroup.isObject(TypeCode.heap(type));
        if (object) {
            throw objectsAcrossModules(in);
        }
    }

    private int importedType(BinaryReader in) {
        int index = in.index();
        if (kinds.get(index) != TypeGroup.Kind.FUNCTION) {
            throw objectsAcrossModules(in);
        }
        return type(index);
    }

    private static UnsupportedFeature objectsAcrossModules(BinaryReader in) {
        return new UnsupportedFeature(
                in.position(), "garbage-collected objects of another core module");
    }

    /**
     * Names the import by its number. Names are opaque, those that components use may be empty or stand
     * twice in one module, and Chicory takes an empty one for an encoding of a later proposal. It also
     * checks a function from another instance against that instance's export of the import's name, so
     * the number alone would not do: a component's shim exports "0", "1", ...
     */
    private static void name(BinaryWriter out, int number) {
        byte[] bytes = ("tamias import " + number).getBytes(StandardCharsets.UTF_8);
        out.u32(1).u8('i').u32(bytes.length).bytes(bytes);
    }

    /**
     * Chicory tells the tags that a module defines by their index, and those that it imports by their
     * type. The engine gives each a type of its own, which it can where they are imported.
     */
    private List<byte[]> tagImports() {
        List<byte[]> entries = new ArrayList<>();
        for (int type : tags) {
            BinaryWriter out = new BinaryWriter(32);
            name(out, imports++);
            entries.add(out.u8(4).u8(0).u32(type).toBytes());
        }
        return entries;
    }

    private void tag(BinaryReader in, BinaryWriter out) {
        in.u8();
        tags.add(type(in.index()));
    }

    private void function(BinaryReader in, BinaryWriter out) {
        int type = type(in.index());
        functionTypes.add(type);
        out.u32(type);
    }

    private void table(BinaryReader in, BinaryWriter out) {
        tables++;
        CodeRewriter code = code(in, out);
        boolean initialised = in.peek() == 0x40;
        if (initialised) {
            in.skip(2);
        }
        code.valType();
        limits(in, "64-bit tables");
        code.flush();
        if (initialised) {
            code.expression();
        }
    }

    private void memory(BinaryReader in, BinaryWriter out) {
        CodeRewriter code = code(in, out);
        limits(in, "64-bit memories");
        code.flush();
    }

    private static void limits(BinaryReader in, String feature) {
        int flags = in.u8();
        if ((flags & 4) != 0) {
            throw new UnsupportedFeature(in.position() - 1L, feature);
        }
        in.u32();
        if ((flags & 1) != 0) {
            in.u32();
        }
    }

    private void global(BinaryReader in, BinaryWriter out) {
        globals++;
        CodeRewriter code = code(in, out);
        code.valType();
        in.u8();
        code.expression();
    }

    private void element(BinaryReader in, BinaryWriter out) {
        CodeRewriter code = code(in, out);
        int flags = in.index();
        boolean active = (flags & 1) == 0;
        boolean expressions = (flags & 4) != 0;
        if (active && (flags & 2) != 0) {
            in.u32();
        }
        if (active) {
            code.expression();
        }
        if ((flags & 3) != 0) {
            if (expressions) {
                code.valType();
            } else {
                in.u8();
            }
        }
        int count = in.count();
        for (int i = 0; i < count; i++) {
            if (expressions) {
                code.expression();
            } else {
                in.u32();
            }
        }
        code.flush();
    }

    private void body(BinaryReader in, BinaryWriter out) {
        BinaryReader body = in.slice(in.count());
        BinaryWriter rewritten = new BinaryWriter(body.remaining());
        code(body, rewritten).body();
        byte[] bytes = rewritten.toBytes();
        out.u32(bytes.length).bytes(bytes);
    }
}
