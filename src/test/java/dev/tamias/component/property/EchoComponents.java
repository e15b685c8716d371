package dev.tamias.component.property;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.property.ComponentWriter.Named;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.List;

/**
 * Components with the same functions, told apart by what stands behind them: {@link #echoing} hands
 * values back itself, {@link #asking} hands them to an imported instance {@code echo} and hands its
 * answers back, and {@link #both} is one of each, linked. All import a resource type {@code r}.
 *
 * <p>Each has {@code hold} and {@code peek} besides, for the bytes in its memory: see {@link
 * HeapModule}.
 */
final class EchoComponents {

    private static final int RESOURCE = 0;
    private static final ValType BYTES = new ListType(PrimType.U8);

    private final List<EchoFunc> funcs;
    private final StringEncoding encoding;
    private final boolean asking;
    private final ComponentWriter out = new ComponentWriter();
    private int coreFuncs;
    private int liftedFuncs;

    private EchoComponents(List<EchoFunc> funcs, StringEncoding encoding, boolean asking) {
        this.funcs = funcs;
        this.encoding = encoding;
        this.asking = asking;
    }

    static byte[] echoing(List<EchoFunc> funcs, StringEncoding encoding) {
        return new EchoComponents(funcs, encoding, false).bytes();
    }

    static byte[] asking(List<EchoFunc> funcs, StringEncoding encoding) {
        return new EchoComponents(funcs, encoding, true).bytes();
    }

    /** Exports the asking one as instance {@code a}, and the other as {@code b}. */
    static byte[] both(List<EchoFunc> funcs, StringEncoding asking, StringEncoding echoing) {
        Named resource = new Named("r", ComponentWriter.SORT_TYPE, RESOURCE);
        Named echo = new Named("echo", ComponentWriter.SORT_INSTANCE, 0);
        return new ComponentWriter()
                .importResource("r")
                .component(echoing(funcs, echoing))
                .component(asking(funcs, asking))
                .instance(0, List.of(resource))
                .instance(1, List.of(resource, echo))
                .export(new Named("a", ComponentWriter.SORT_INSTANCE, 1))
                .export(new Named("b", ComponentWriter.SORT_INSTANCE, 0))
                .bytes();
    }

    private byte[] bytes() {
        out.importResource("r");
        int types = 1;
        if (asking) {
            out.type(echoInstance()).importInstance("echo", 1);
            types = 2;
        }
        out.coreModule(HeapModule.bytes());
        out.coreModule(asking ? GuestModule.asking(funcs) : GuestModule.echoing(funcs));
        out.coreInstance(0, List.of());
        out.aliasCore(ComponentWriter.CORE_MEMORY, 0, "memory");
        int realloc = heapFunc("realloc");
        out.coreInstance(imports(realloc));
        out.coreInstance(1, List.of(new Named("heap", 0, 0), new Named("host", 0, 1)));
        exportAll(realloc, new Scope(out, types));
        return out.bytes();
    }

    private int heapFunc(String name) {
        out.aliasCore(ComponentWriter.CORE_FUNC, 0, name);
        return coreFuncs++;
    }

    /** What the core module imports beside the heap. */
    private List<Named> imports(int realloc) {
        List<Named> imports = new ArrayList<>();
        out.resourceDrop(RESOURCE);
        imports.add(new Named("drop", ComponentWriter.CORE_FUNC, coreFuncs++));
        if (asking) {
            for (EchoFunc each : funcs) {
                for (String name : List.of(each.echo(), each.give())) {
                    out.alias(ComponentWriter.SORT_FUNC, 0, name);
                    out.lower(liftedFuncs++, encoding, realloc);
                    imports.add(new Named(name, ComponentWriter.CORE_FUNC, coreFuncs++));
                }
            }
        }
        return imports;
    }

    private void exportAll(int realloc, TypeWriter types) {
        int none = heapFunc(HeapModule.reset(null));
        List<CoreValType> kinds = CoreCode.NUMBERS;
        kinds.forEach(each -> heapFunc(HeapModule.reset(each)));
        int hold = heapFunc("hold");
        out.lift(hold, encoding, realloc, types.func(List.of(BYTES), null));
        export("hold");
        int peek = heapFunc("peek");
        out.lift(peek, encoding, realloc, types.func(List.of(), BYTES));
        export("peek");
        for (EchoFunc each : funcs) {
            int reset =
                    each.coreResults().isEmpty()
                            ? none
                            : none + 1 + kinds.indexOf(each.coreResults().get(0));
            lift(each.echo(), reset, types.func(each.params(), each.result()), realloc);
            int noParams = types.func(List.of(), each.result());
            lift(each.give(), reset, noParams, realloc);
            if (asking) {
                lift(each.send(), reset, noParams, realloc);
            }
        }
    }

    private void lift(String name, int reset, int type, int realloc) {
        out.aliasCore(ComponentWriter.CORE_FUNC, 2, name);
        out.lift(coreFuncs++, encoding, realloc, reset, type);
        export(name);
    }

    private void export(String name) {
        out.export(new Named(name, ComponentWriter.SORT_FUNC, liftedFuncs));
        // The lifted function has an index, and as an export it has one more.
        liftedFuncs += 2;
    }

    /** The type of the instance that is asked. */
    private byte[] echoInstance() {
        Declarations declarations = new Declarations();
        for (EchoFunc each : funcs) {
            declarations.exportFunc(each.echo(), declarations.func(each.params(), each.result()));
            declarations.exportFunc(each.give(), declarations.func(List.of(), each.result()));
        }
        return declarations.bytes();
    }

    /** Types of the component itself. */
    private static final class Scope extends TypeWriter {

        private final ComponentWriter out;

        Scope(ComponentWriter out, int types) {
            super(types, RESOURCE);
            this.out = out;
        }

        @Override
        void define(byte[] type) {
            out.type(type);
        }

        @Override
        void export(String name, int type) {
            out.export(new Named(name, ComponentWriter.SORT_TYPE, type));
        }
    }

    /** Types within an instance type; the resource type is the component's. */
    private static final class Declarations extends TypeWriter {

        private final BinaryWriter out = new BinaryWriter(1024);
        private int count = 1;

        Declarations() {
            super(1, 0);
            out.u8(2).u8(ComponentWriter.SORT_TYPE).u8(2).u32(1).u32(RESOURCE);
        }

        @Override
        void define(byte[] type) {
            out.u8(1).bytes(type);
            count++;
        }

        @Override
        void export(String name, int type) {
            ComponentWriter.name(out.u8(4).u8(0), name).u8(3).u8(0).u32(type);
            count++;
        }

        void exportFunc(String name, int type) {
            ComponentWriter.name(out.u8(4).u8(0), name).u8(1).u32(type);
            count++;
        }

        byte[] bytes() {
            return new BinaryWriter(1024).u8(0x42).u32(count).bytes(out.toBytes()).toBytes();
        }
    }
}
