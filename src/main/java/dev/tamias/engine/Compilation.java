package dev.tamias.engine;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.tamias.engine.binary.CodeSection;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.FunctionSplitter;
import dev.tamias.engine.binary.SplitSizes;
import dev.tamias.engine.binary.TypeSpace;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the code of modules comes from: the cache, or the compiler. Small modules are compiled at once,
 * of large ones each function when it is needed.
 */
final class Compilation {

    /** Below it, all of a module is compiled in less time than a first part of it would save. */
    static final int LAZY_FROM = 128 << 10;

    private final SplitSizes splitSizes;
    private final int lazyFrom;
    private final @Nullable CodeCache cache;
    private final @Nullable WriteBehind writeBehind;

    /** The keys of large modules that have to be compiled at once all the same. */
    private final Set<String> atOnce = ConcurrentHashMap.newKeySet();

    /**
     * @param cacheDirectory where code is kept, if anywhere
     * @param lazyFrom from how many bytes of code on a module is large
     */
    Compilation(@Nullable Path cacheDirectory, SplitSizes splitSizes, int lazyFrom) {
        this.splitSizes = splitSizes;
        this.lazyFrom = lazyFrom;
        this.cache = cacheDirectory == null ? null : new CodeCache(cacheDirectory);
        this.writeBehind = cache == null ? null : new WriteBehind(cache);
    }

    /** What code is kept under, of a module of that key: how it was split is seen in it. */
    private String codeKey(String key) {
        return key + " " + splitSizes;
    }

    /**
     * A module, ready to run.
     *
     * @param key {@link CompiledModules#key}
     */
    CoreModule module(CoreBinary binary, TypeSpace types, String key) {
        CompiledCode code = code(binary, types, codeKey(key));
        Growing growing = new Growing(binary, types, codeKey(key), code);
        growing.module =
                new CoreModule(binary, RestOfModule.parse(code.rest()), code.machines(growing));
        return growing.module;
    }

    /** The code of a module; where the cache has it, the module's functions are not even looked at. */
    private CompiledCode code(CoreBinary binary, TypeSpace types, String key) {
        CompiledCode known = cache == null ? null : cache.get(key, splitSizes);
        if (writeBehind != null) {
            writeBehind.wanted(key);
        }
        if (known != null) {
            return known;
        }
        binary.validateBodies();
        byte[] module = types.rewrite(binary);
        CodeSection functions = CodeSection.of(module, binary);
        CompiledCode lazy =
                functions.size() < lazyFrom || atOnce.contains(key)
                        ? null
                        : LazyCompiler.compile(module, functions.firstFunction(), splitSizes);
        if (lazy == null) {
            return atOnce(module, binary, key);
        }
        if (writeBehind != null) {
            writeBehind.changed(key, lazy);
        }
        return lazy;
    }

    private CompiledCode atOnce(byte[] module, CoreBinary binary, String key) {
        byte[] split = FunctionSplitter.split(module, splitSizes);
        CompiledCode code = CodeCompiler.compile(split, CodeSection.of(split, binary));
        if (cache != null) {
            cache.put(key, code);
        }
        return code;
    }

    /** Code that grows, of one module. */
    private final class Growing implements CompiledCode.Growth {

        private final CoreBinary binary;
        private final TypeSpace types;
        private final String key;
        private final CompiledCode code;
        private @Nullable CoreModule module;

        Growing(CoreBinary binary, TypeSpace types, String key, CompiledCode code) {
            this.binary = binary;
            this.types = types;
            this.key = key;
            this.code = code;
        }

        @Override
        public void grown() {
            if (writeBehind != null && !atOnce.contains(key)) {
                writeBehind.changed(key, code);
            }
        }

        /** Such functions are interpreted; the instance that runs cannot change to that, others can. */
        @Override
        public RuntimeException tooLarge(ChicoryException failure) {
            if (atOnce.add(key)) {
                if (writeBehind != null) {
                    writeBehind.forget(key);
                }
                CompiledCode whole = atOnce(types.rewrite(binary), binary, key);
                if (module != null) {
                    module.runs(RestOfModule.parse(whole.rest()), whole.machines(this));
                }
            }
            return new Trap(
                    "a function is too large for a Java method; it will be interpreted from now on:"
                            + " run this again",
                    failure);
        }
    }

    /** Deletes the code of a module from the cache, and keeps none of it until it is made anew. */
    void forget(String key) {
        if (writeBehind != null) {
            writeBehind.forget(codeKey(key));
        }
    }

    /** Writes what is not written. */
    void close() {
        if (writeBehind != null) {
            writeBehind.flush();
        }
    }
}
