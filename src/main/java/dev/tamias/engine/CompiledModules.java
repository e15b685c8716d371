package dev.tamias.engine;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import java.lang.ref.SoftReference;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The modules that an engine has compiled, by what they are made of. A chain that is run again, in a
 * new scan or over a new instance of the same component, finds the code that the JVM has already
 * warmed up; where memory is short, the JVM may drop what nobody holds.
 */
final class CompiledModules {

    private final Map<String, SoftReference<CoreModule>> modules = new ConcurrentHashMap<>();
    private final AtomicLong made = new AtomicLong();

    /** How many modules were made, rather than found. */
    long made() {
        return made.get();
    }

    /**
     * The module of these bytes on this type space.
     *
     * @param compile makes it where there is none, and is given the digest of what it is made of
     */
    CoreModule get(CoreBinary binary, TypeSpace types, Function<String, CoreModule> compile) {
        String key = key(binary, types);
        CoreModule[] found = new CoreModule[1];
        modules.compute(
                key,
                (same, held) -> {
                    CoreModule module = held == null ? null : held.get();
                    found[0] = module == null ? make(compile, key) : module;
                    return module == null ? new SoftReference<>(found[0]) : held;
                });
        return found[0];
    }

    /** What a module on a type space is made of, as a digest. */
    static String key(CoreBinary binary, TypeSpace types) {
        return HexFormat.of().formatHex(Digest.sha256(binary.bytes(), types.section()));
    }

    private CoreModule make(Function<String, CoreModule> compile, String key) {
        made.incrementAndGet();
        return compile.apply(key);
    }
}
