package dev.tamias.host;

import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.engine.Deadline;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private final @Nullable TempDirectory temporary;
    private final WasiState wasi;
    private final Instance instance;

    private PluginInstance(PluginSetup setup, @Nullable TempDirectory temporary) {
        this.setup = setup;
        this.export = PluginExport.of(setup.plugin(), setup.component());
        this.api = PluginApi.of(setup.plugin(), export);
        Limits limits = setup.engine().limits();
        this.logging =
                new HostLogging(
                        setup.plugin(), setup.level(), limits.messageBytes(), limits.outputBytes());
        this.temporary = temporary;
        Linker linker = new Linker(setup.engine());
        this.wasi = WasiLinker.add(linker, context(limits));
        WasiLinker.addTraps(linker, setup.component());
        this.instance = instantiate(linker);
    }

    /** An instance that may open nothing, to be asked what it is. */
    static PluginInstance ofNothing(PluginSetup setup) {
        return new PluginInstance(setup, null);
    }

    /** An instance with what its configuration grants. */
    static PluginInstance of(PluginSetup setup) {
        TempDirectory temporary = TempDirectory.create();
        try {
            return new PluginInstance(setup, temporary);
        } catch (RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    private WasiContext context(Limits limits) {
        WasiContext.Builder builder =
                WasiContext.builder()
                        .limits(limits)
                        .systemClocks()
                        .stdout(
                                bytes ->
                                        log(
                                                LogLevel.INFO,
                                                new String(bytes, StandardCharsets.UTF_8)))
                        .stderr(
                                bytes ->
                                        log(
                                                LogLevel.WARN,
                                                new String(bytes, StandardCharsets.UTF_8)));
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
                            .withQuotaBytes(limits.temporaryBytes()));
        }
        return builder.build();
    }

    private Instance instantiate(Linker linker) {
        api.link(linker, this);
        try {
            return call(
                    "starting",
                    () -> linker.instantiate(setup.component(), setup.engine().limits()));
        } catch (RuntimeException e) {
            wasi.close();
            throw e;
        }
    }

    ParserGuest parser() {
        return api.parser(instance, export);
    }

    ByteSourceGuest byteSource() {
        return api.byteSource(instance, export);
    }

    HostLogging logging() {
        return logging;
    }

    /**
     * Makes a call into the guest under the deadline.
     *
     * @param doing what the plugin is doing, for the message
     */
    <T> T call(String doing, Supplier<T> work) {
        Limits limits = setup.engine().limits();
        try (Deadline deadline = setup.engine().executor().deadline(limits.callTime())) {
            try {
                return work.get();
            } catch (GuestException e) {
                throw named(doing, deadline.explain(e, "a call"));
            } catch (ComponentException e) {
                throw new HostException(
                        e.trouble(),
                        "Plugin \"" + setup.plugin() + "\" cannot start: " + e.sentence() + ".",
                        e);
            }
        }
    }

    private RuntimeException named(String doing, RuntimeException failure) {
        if (failure instanceof LimitExceeded || failure instanceof Interrupted) {
            TamiasException known = (TamiasException) failure;
            return new GuestException(
                    known.trouble(),
                    "Plugin \""
                            + setup.plugin()
                            + "\" was stopped while "
                            + doing
                            + ": "
                            + known.sentence()
                            + "."
                            + lastLog(),
                    failure);
        }
        if (failure instanceof GuestException guest && guest.trouble() == Trouble.TRAP) {
            return new GuestException(
                    Trouble.TRAP,
                    "Plugin \""
                            + setup.plugin()
                            + "\" trapped while "
                            + doing
                            + ": "
                            + guest.sentence()
                            + "."
                            + lastLog(),
                    failure);
        }
        return failure;
    }

    private String lastLog() {
        var tail = logging.tail();
        return tail.isEmpty()
                ? ""
                : " It had logged last: \"" + tail.get(tail.size() - 1).message().strip() + "\".";
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
        try {
            wasi.close();
        } finally {
            if (temporary != null) {
                temporary.close();
            }
        }
    }
}
