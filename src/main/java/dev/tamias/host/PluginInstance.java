package dev.tamias.host;

import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.engine.Deadline;
import dev.tamias.model.ComponentException;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.Limits;
import dev.tamias.model.LogLevel;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.Preopen;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiState;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a plugin with what it was granted: the files and directories of its configuration to
 * read, and a temporary directory of its own. Every call has a deadline, and its failures name the
 * plugin.
 */
final class PluginInstance implements PluginImports, AutoCloseable {

    private final PluginSetup setup;
    private final PluginExport export;
    private final PluginApi api;
    private final HostLogging logging;
    private final GuestFailures failures;
    private final @Nullable TempDirectory temporary;
    private final WasiState wasi;
    private final Instance instance;
    private OptionalLong offset = OptionalLong.empty();
    private @Nullable RuntimeException end;
    private boolean closed;

    private PluginInstance(
            PluginSetup setup,
            PluginExport export,
            PluginApi api,
            @Nullable TempDirectory temporary) {
        this.setup = setup;
        this.export = export;
        this.api = api;
        this.logging = new HostLogging(setup);
        this.failures = new GuestFailures(setup, logging);
        this.temporary = temporary;
        Linker linker = new Linker(setup.engine());
        this.wasi = WasiLinker.add(linker, context(setup.engine().limits()));
        WasiLinker.addTraps(linker, setup.component());
        this.instance = instantiate(linker);
        setup.reach().ifPresent(reach -> reach.watch(instance));
    }

    /** An instance that may open nothing, to be asked what it is. */
    static PluginInstance ofNothing(PluginSetup setup) {
        PluginExport export = PluginExport.of(setup.plugin(), setup.component());
        PluginSetup unheard = setup.withListener(InstanceListener.NONE);
        return new PluginInstance(unheard, export, PluginApi.of(setup.plugin(), export), null);
    }

    /** An instance with what its configuration grants. */
    static PluginInstance of(PluginSetup setup) {
        PluginExport export = PluginExport.of(setup.plugin(), setup.component());
        PluginApi api = PluginApi.of(setup.plugin(), export);
        boolean wanted = api.wantsTemporaryDirectory(setup.component());
        TempDirectory temporary = wanted ? TempDirectory.create() : null;
        setup.listener().opened();
        try {
            return new PluginInstance(setup, export, api, temporary);
        } catch (RuntimeException e) {
            setup.listener().closed(e);
            if (temporary != null) {
                temporary.close();
            }
            throw e;
        }
    }

    private WasiContext context(Limits limits) {
        WasiContext.Builder builder =
                WasiContext.builder()
                        .limits(limits)
                        .systemClocks()
                        .stdin(logging.stdin())
                        .stdout(logging::stdout)
                        .stderr(logging::stderr)
                        .onLimit(logging::limit);
        for (ConfigValue value : setup.configuration().values().values()) {
            if (value instanceof ConfigValue.Files files) {
                // A plugin opens a file by the path that it was configured with.
                files.paths().forEach(file -> builder.preopen(Preopen.file(file)));
            } else if (value instanceof ConfigValue.Directories directories) {
                for (Path path : directories.paths()) {
                    builder.preopen(
                            Preopen.directory(path, path.toString(), Preopen.Access.READ_ONLY));
                }
            }
        }
        if (temporary != null) {
            builder.preopen(
                    Preopen.directory(
                                    temporary.path(),
                                    TempDirectory.GUEST_NAME,
                                    Preopen.Access.READ_WRITE)
                            .withQuotaBytes(limits.temporaryBytes())
                            .withQuotaEntries(limits.temporaryEntries()));
        }
        setup.reach().ifPresent(reach -> reach.watch(builder));
        return builder.build();
    }

    private Instance instantiate(Linker linker) {
        api.link(linker, this);
        try {
            return call(
                    "starting",
                    () -> linker.instantiate(setup.component(), setup.engine().limits()));
        } catch (RuntimeException e) {
            try (logging) {
                wasi.close();
            }
            throw e;
        }
    }

    ParserGuest parser() {
        return api.parser(instance, export);
    }

    ByteSourceGuest byteSource() {
        return api.byteSource(instance, export);
    }

    /** The plugin reads or parses from here on; the log and failures say so. */
    void at(OptionalLong byteOfInput) {
        offset = byteOfInput;
        logging.at(byteOfInput);
    }

    /**
     * Makes a call into the guest under the deadline. After a trap, a limit or an interrupt the instance
     * is in no defined state: further calls are refused.
     *
     * @param doing what the plugin is doing, for the message
     */
    <T> T call(String doing, Supplier<T> work) {
        if (end != null) {
            throw refused(doing, end);
        }
        Limits limits = setup.engine().limits();
        try (Deadline deadline = setup.engine().executor().deadline(limits.callTime())) {
            try {
                return work.get();
            } catch (GuestException e) {
                throw failures.named(deadline.explain(e, "a call"), doing, offset);
            } catch (ComponentException e) {
                throw failures.cannotStart(e);
            }
        } catch (RuntimeException e) {
            if (!(e instanceof GuestException guest) || guest.trouble() != Trouble.SOURCE) {
                end = e;
            }
            throw e;
        }
    }

    private GuestException refused(String doing, RuntimeException before) {
        boolean known = before instanceof TamiasException;
        return new GuestException(
                known ? ((TamiasException) before).trouble() : Trouble.TRAP,
                "Plugin \""
                        + setup.plugin()
                        + "\" is not asked for more "
                        + doing
                        + ": this instance ended with an earlier failure; open a new one.",
                before);
    }

    @Override
    public void log(LogLevel level, String message) {
        logging.log(level, message);
    }

    @Override
    public String temporaryDirectory() {
        if (temporary == null) {
            throw new HostException(
                    Trouble.SANDBOX,
                    "There is no temporary directory while a plugin tells what it is.");
        }
        return TempDirectory.GUEST_NAME;
    }

    @Override
    public void close() {
        try (logging) {
            wasi.close();
        } finally {
            if (!closed) {
                closed = true;
                setup.listener().closed(end);
            }
            if (temporary != null) {
                temporary.close();
            }
        }
    }
}
