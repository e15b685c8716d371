package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreInstance;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Engine;
import dev.tamias.engine.TestModules;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest that has a memory and gives it away, for tests of codecs. */
final class GuestMemory {

    static final int START = TestModules.FIRST_ALLOCATION;

    final CoreMemory memory;
    final InstanceState instance;
    private final CoreFunc realloc;
    private final StringEncoding encoding;

    private GuestMemory(int pages, StringEncoding encoding, Limits limits) {
        var binary = TestModules.memoryWithRealloc(pages);
        try (Engine engine = Engine.builder().compiling(false).build()) {
            CoreInstance core =
                    engine.compile(binary, TypeSpace.of(List.of(binary)))
                            .instantiate(
                                    (module, name) -> {
                                        throw new AssertionError();
                                    },
                                    limits);
            this.memory = (CoreMemory) core.exports().get("memory");
            this.realloc = (CoreFunc) core.exports().get("realloc");
        }
        this.encoding = encoding;
        this.instance = new InstanceState(new Store(limits), null, new @Nullable ResourceType[4]);
    }

    static GuestMemory of(StringEncoding encoding) {
        return new GuestMemory(1, encoding, Limits.defaults());
    }

    static GuestMemory utf8() {
        return of(StringEncoding.UTF8);
    }

    static GuestMemory of(int pages, Limits limits) {
        return new GuestMemory(pages, StringEncoding.UTF8, limits);
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
