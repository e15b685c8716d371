package dev.tamias.engine;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.MalformedBinary;
import dev.tamias.engine.binary.SplitSizes;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.engine.binary.UnsupportedFeature;
import dev.tamias.model.Limits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The one engine: it compiles core modules, keeps their code in a cache, and runs every guest on one
 * executor. It is safe to use from any thread; {@link #shared()} serves a whole process.
 */
public final class Engine implements AutoCloseable {

    private final CompiledModules modules = new CompiledModules();
    private final @Nullable Compilation compilation;
    private final @Nullable Path cacheDirectory;
    private final Limits limits;
    private final GuestExecutor executor;

    private Engine(Builder builder) {
        this.cacheDirectory = builder.cacheDirectory;
        this.compilation =
                builder.compiling
                        ? new Compilation(
                                builder.cacheDirectory, builder.splitSizes, builder.lazyFrom)
                        : null;
        this.limits = builder.limits;
        this.executor = new GuestExecutor(builder.executor);
    }

    private static final class Shared {
        static final Engine ENGINE = builder().cacheDirectory(CodeCache.defaultDirectory()).build();
    }

    /** The engine of this process, made at first use, with the default limits and code cache. */
    public static Engine shared() {
        return Shared.ENGINE;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What runs core modules, with its version: for whoever keeps what depends on it. */
    public static String version() {
        return CodeCache.ENGINE;
    }

    /** Where this engine keeps compiled code, which only the user may read; there may be nothing yet. */
    public Optional<Path> cacheDirectory() {
        return Optional.ofNullable(cacheDirectory);
    }

    /** What a guest may use where nothing else is said. */
    public Limits limits() {
        return limits;
    }

    /**
     * How many core modules this engine has made ready to run so far, compiled or taken from its cache on
     * disk. No instance is made without one, so where this stays as it is, nothing new runs.
     */
    public long modulesMade() {
        return modules.made();
    }

    /** Where guests run. */
    public GuestExecutor executor() {
        return executor;
    }

    /**
     * Compiles a module onto a type space, or takes its code from the cache; the same module as last
     * time where the engine still has it.
     *
     * @throws UnsupportedFeature where the module uses a proposal that does not run here
     * @throws MalformedBinary where Chicory does not take the module for another reason
     */
    public CoreModule compile(CoreBinary binary, TypeSpace types) {
        return modules.get(binary, types, key -> compileAnew(binary, types, key));
    }

    /** Deletes a module's code from the cache on disk, where it is; the engine goes on with it. */
    public void forgetCode(CoreBinary binary, TypeSpace types) {
        if (compilation != null) {
            compilation.forget(CompiledModules.key(binary, types));
        }
    }

    private CoreModule compileAnew(CoreBinary binary, TypeSpace types, String key) {
        try {
            if (compilation != null) {
                return compilation.module(binary, types, key);
            }
            binary.validateBodies();
            byte[] module = types.rewrite(binary);
            return new CoreModule(binary, CodeCompiler.parse(module), GuestInterpreter::new);
        } catch (ChicoryException e) {
            throw new MalformedBinary(-1, "a core module is not valid: " + e.getMessage(), e);
        }
    }

    /**
     * Interrupts every guest of this engine, on whatever thread it was started; the engine stays usable.
     * The calls that wait for them end with {@link Interrupted}.
     */
    public void interrupt() {
        executor.interrupt();
    }

    /**
     * Stops the executor, unless it was handed in, and writes code that was compiled since. Guests that
     * still run are interrupted.
     */
    @Override
    public void close() {
        if (compilation != null) {
            compilation.close();
        }
        executor.close();
    }

    /** Settings of an engine. */
    public static final class Builder {

        private boolean compiling = true;
        private SplitSizes splitSizes = SplitSizes.DEFAULT;
        private int lazyFrom = Compilation.LAZY_FROM;
        private @Nullable Path cacheDirectory;
        private Limits limits = Limits.defaults();
        private @Nullable ExecutorService executor;

        private Builder() {}

        /** Whether code is compiled (the default) or interpreted: a hundred times slower, at once ready. */
        public Builder compiling(boolean compiling) {
            this.compiling = compiling;
            return this;
        }

        /** Which functions are split before they are compiled; no need to change it but for tests. */
        Builder splitSizes(SplitSizes sizes) {
            this.splitSizes = sizes;
            return this;
        }

        /**
         * From how many bytes of code on functions are compiled when they are called; no need to change it
         * but for tests.
         */
        Builder lazyFrom(int bytes) {
            this.lazyFrom = bytes;
            return this;
        }

        /** Where compiled code is kept; nowhere by default. */
        public Builder cacheDirectory(@Nullable Path directory) {
            this.cacheDirectory = directory;
            return this;
        }

        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** The executor to run guests on, which stays the caller's; its threads need large stacks. */
        public Builder executor(ExecutorService executor) {
            this.executor = executor;
            return this;
        }

        public Engine build() {
            return new Engine(this);
        }
    }
}
