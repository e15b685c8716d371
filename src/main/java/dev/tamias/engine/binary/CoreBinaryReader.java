package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads and validates a {@link CoreBinary}, section by section (core specification, "Modules" of the
 * binary format and of the validation).
 */
final class CoreBinaryReader {

    /** Section ids of the core specification. */
    static final int CUSTOM = 0;

    static final int TYPE = 1;
    static final int IMPORT = 2;
    static final int FUNCTION = 3;
    static final int TABLE = 4;
    static final int MEMORY = 5;
    static final int GLOBAL = 6;
    static final int EXPORT = 7;
    static final int START = 8;
    static final int ELEMENT = 9;
    static final int CODE = 10;
    static final int DATA = 11;
    static final int DATA_COUNT = 12;
    static final int TAG = 13;

    /** The sections in their order. */
    private static final List<Integer> ORDER =
            List.of(
                    TYPE,
                    IMPORT,
                    FUNCTION,
                    TABLE,
                    MEMORY,
                    TAG,
                    GLOBAL,
                    EXPORT,
                    START,
                    ELEMENT,
                    DATA_COUNT,
                    CODE,
                    DATA);

    private static final int INITIALISED = 0x40;

    /** Takes function bodies. */
    interface Bodies {

        /**
         * Takes a body.
         *
         * @param function its index
         * @param body its locals and instructions
         */
        void body(
                int function,
                SubType type,
                BinaryReader body,
                ModuleContext context,
                ExpressionValidator validator);
    }

    private final byte[] bytes;
    private final Bodies bodyReader;
    private final List<CoreBinary.Section> sections = new ArrayList<>();
    private final List<CoreBinary.Import> imports = new ArrayList<>();
    private final List<CoreBinary.Export> exports = new ArrayList<>();
    private final Set<String> exportNames = new HashSet<>();

    private final ModuleContext context;
    private final ExternTypeReader externTypes;
    private final ExpressionValidator expressions;
    private final SegmentReader segments;
    private int importedFuncs;
    private int bodies;
    private int datas;
    private int last = -1;

    CoreBinaryReader(byte[] bytes) {
        this(bytes, (function, type, body, context, validator) -> validator.body(type, body));
    }

    /** A reader that gives function bodies to somebody else than the validator. */
    CoreBinaryReader(byte[] bytes, Bodies bodyReader) {
        this.bytes = bytes;
        this.bodyReader = bodyReader;
        this.context = new ModuleContext(bytes.length);
        this.externTypes = new ExternTypeReader(context.types);
        this.expressions = new ExpressionValidator(context);
        this.segments = new SegmentReader(context, expressions);
    }

    CoreBinary read() {
        BinaryReader reader = new BinaryReader(bytes);
        preamble(reader);
        while (!reader.atEnd()) {
            int start = reader.position();
            int id = reader.u8();
            BinaryReader content = reader.slice(reader.u32());
            sections.add(new CoreBinary.Section(id, content.position(), reader.position()));
            section(id, start, content);
            if (!content.atEnd()) {
                throw content.malformed("a section is longer than its content");
            }
        }
        if (bodies != context.funcs.size() - importedFuncs) {
            throw reader.malformed("there are more functions than bodies");
        }
        if (context.datas != ModuleContext.UNKNOWN && context.datas != datas) {
            throw reader.malformed("there are fewer data segments than announced");
        }
        return new CoreBinary(bytes, sections, imports, exports);
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

    private void section(int id, int start, BinaryReader in) {
        if (id == CUSTOM) {
            in.name();
            in.skip(in.remaining());
            return;
        }
        int place = ORDER.indexOf(id);
        if (place < 0) {
            throw new MalformedBinary(start, id + " is no section of a module");
        }
        if (place <= last) {
            throw new MalformedBinary(
                    start,
                    place == last
                            ? "section " + id + " stands twice"
                            : "section " + id + " stands behind section " + ORDER.get(last));
        }
        last = place;
        content(id, in);
    }

    private void content(int id, BinaryReader in) {
        switch (id) {
            case TYPE -> {
                TypeSection types = new TypeSection(in, context.types);
                repeat(in, each -> types.entry());
            }
            case IMPORT -> {
                repeat(in, this::importEntry);
                importedFuncs = context.funcs.size();
            }
            case FUNCTION -> repeat(in, each -> context.funcs.add(externTypes.func(each)));
            case TABLE -> repeat(in, this::table);
            case MEMORY -> repeat(in, each -> context.memories.add(externTypes.memory(each)));
            case TAG -> repeat(in, each -> context.tags.add(externTypes.tag(each)));
            case GLOBAL -> repeat(in, this::global);
            case EXPORT -> repeat(in, this::export);
            case START -> start(in);
            case ELEMENT -> repeat(in, segments::element);
            case DATA_COUNT -> context.datas = in.index();
            case CODE -> code(in);
            default -> data(in);
        }
    }

    private static void repeat(BinaryReader in, Consumer<BinaryReader> entry) {
        for (int left = in.count(); left > 0; left--) {
            entry.accept(in);
        }
    }

    private void importEntry(BinaryReader in) {
        String module = in.name();
        String name = in.name();
        int offset = in.position();
        int kind = in.u8();
        switch (kind) {
            case 0 -> context.funcs.add(externTypes.func(in));
            case 1 -> context.tables.add(externTypes.table(in));
            case 2 -> context.memories.add(externTypes.memory(in));
            case 3 -> context.globals.add(externTypes.global(in));
            case 4 -> context.tags.add(externTypes.tag(in));
            case 0x20 -> throw new UnsupportedFeature(offset, "custom descriptors");
            case 0x7e, 0x7f -> throw new UnsupportedFeature(offset, "compact imports");
            default -> throw new MalformedBinary(offset, kind + " is no kind of import");
        }
        imports.add(new CoreBinary.Import(module, name, last(kind)));
    }

    private CoreType last(int kind) {
        return extern(kind, space(kind).size() - 1);
    }

    private List<?> space(int kind) {
        return switch (kind) {
            case 0 -> context.funcs;
            case 1 -> context.tables;
            case 2 -> context.memories;
            case 3 -> context.globals;
            default -> context.tags;
        };
    }

    /** What something is outside of the module. */
    private CoreType extern(int kind, int index) {
        return switch (kind) {
            case 0 -> context.types.func(context.funcs.get(index));
            case 1 -> externTypes.outward(context.tables.get(index));
            case 2 -> context.memories.get(index);
            case 3 -> externTypes.outward(context.globals.get(index));
            default -> new CoreType.Tag(context.types.func(context.tags.get(index)));
        };
    }

    private void table(BinaryReader in) {
        int start = in.position();
        boolean initialised = in.peek() == INITIALISED;
        if (initialised) {
            in.skip(1);
            if (in.u8() != 0) {
                throw new MalformedBinary(start, "this is no table");
            }
        }
        ModuleContext.Table table = externTypes.table(in);
        if (initialised) {
            expressions.constant(table.element(), in);
        } else if (!TypeCode.isDefaultable(table.element())) {
            throw new InvalidModule(
                    start,
                    "a table of type "
                            + TypeCode.toString(table.element())
                            + " needs an expression for its elements");
        }
        context.tables.add(table);
    }

    private void global(BinaryReader in) {
        ModuleContext.Global global = externTypes.global(in);
        expressions.constant(global.type(), in);
        context.globals.add(global);
    }

    private void export(BinaryReader in) {
        int start = in.position();
        String name = in.name();
        int offset = in.position();
        int kind = in.u8();
        if (kind > 4) {
            throw new MalformedBinary(offset, kind + " is no kind of export");
        }
        int index = in.index();
        ModuleContext.get(space(kind), index, "export", offset);
        if (kind == 0) {
            context.refer(index, offset);
        }
        if (!exportNames.add(name)) {
            throw new InvalidModule(start, "two exports are named \"" + name + "\"");
        }
        exports.add(new CoreBinary.Export(name, extern(kind, index)));
    }

    private void start(BinaryReader in) {
        int offset = in.position();
        SubType type = context.funcType(in.index(), offset);
        if (type.params.length + type.results.length > 0) {
            throw new InvalidModule(offset, "the start function is of type " + type);
        }
    }

    private void code(BinaryReader in) {
        int offset = in.position();
        bodies = in.count();
        int wanted = context.funcs.size() - importedFuncs;
        if (bodies != wanted) {
            throw new MalformedBinary(
                    offset, "there are " + wanted + " functions and " + bodies + " bodies");
        }
        for (int i = 0; i < bodies; i++) {
            BinaryReader body = in.slice(in.u32());
            int function = importedFuncs + i;
            SubType type = context.types.get(context.funcs.get(function));
            bodyReader.body(function, type, body, context, expressions);
        }
    }

    private void data(BinaryReader in) {
        int offset = in.position();
        datas = in.count();
        if (context.datas != ModuleContext.UNKNOWN && context.datas != datas) {
            throw new MalformedBinary(
                    offset,
                    context.datas + " data segments are announced and " + datas + " stand here");
        }
        for (int i = 0; i < datas; i++) {
            segments.data(in);
        }
    }
}
