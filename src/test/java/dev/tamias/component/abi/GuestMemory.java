package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreInstance;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.TestModules;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A guest that has a memory and gives it away, for tests of codecs. */
final class GuestMemory {

    static final int START = TestModules.FIRST_ALLOCATION;

    /** By the pages of their memories. */
    private static final Map<Integer, CoreModule> MODULES = new ConcurrentHashMap<>();

    final CoreMemory memory;
    final InstanceState instance;
    private final CoreFunc realloc;
    private final StringEncoding encoding;

    private GuestMemory(
            CoreMemory memory, CoreFunc realloc, StringEncoding encoding, Limits limits) {
        this.memory = memory;
        this.realloc = realloc;
        this.encoding = encoding;
        this.instance = new InstanceState(new Store(limits), null, new @Nullable ResourceType[4]);
    }

    private static GuestMemory of(int pages, StringEncoding encoding, Limits limits) {
        CoreInstance core = core(pages, limits);
        return new GuestMemory(memory(core), realloc(core), encoding, limits);
    }

    private static CoreInstance core(int pages, Limits limits) {
        return MODULES.computeIfAbsent(pages, GuestMemory::module)
                .instantiate(
                        (module, name) -> {
                            throw new AssertionError();
                        },
                        limits);
    }

    private static CoreModule module(int pages) {
        CoreBinary binary = TestModules.memoryWithRealloc(pages);
        try (Engine engine = Engine.builder().compiling(false).build()) {
            return engine.compile(binary, TypeSpace.of(List.of(binary)));
        }
    }

    private static CoreMemory memory(CoreInstance core) {
        return (CoreMemory) core.exports().get("memory");
    }

    private static CoreFunc realloc(CoreInstance core) {
        return (CoreFunc) core.exports().get("realloc");
    }

    /**
     * A guest whose realloc always moves.
     *
     * @param calls each call of it is added, as its four arguments
     */
    static GuestMemory moving(StringEncoding encoding, List<List<Long>> calls) {
        Limits limits = Limits.defaults();
        CoreInstance core = core(1, limits);
        MovingRealloc moving = new MovingRealloc(memory(core), calls);
        CoreFunc realloc = CoreFunc.host(realloc(core).type(), moving);
        return new GuestMemory(memory(core), realloc, encoding, limits);
    }

    static GuestMemory of(StringEncoding encoding) {
        return of(1, encoding, Limits.defaults());
    }

    static GuestMemory utf8() {
        return of(StringEncoding.UTF8);
    }

    static GuestMemory of(int pages, Limits limits) {
        return of(pages, StringEncoding.UTF8, limits);
    }

    /** The context of a new call. */
    LiftLower call() {
        return new CallOptions(instance, encoding, memory, realloc, null).begin();
    }

    void write(int address, byte... bytes) {
        memory.writeBytes(address, bytes, 0, bytes.length);
    }

    String hex(int address, int length) {
        return HexFormat.of().formatHex(memory.readBytes(address, length));
    }
}
