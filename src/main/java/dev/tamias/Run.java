package dev.tamias;

import dev.tamias.host.ByteSourceHost;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginSetup;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginMetadata;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import dev.tamias.session.ByteSourceStream;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseSession;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import dev.tamias.table.ColumnPlan;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One run of a chain: the source opened, the parser's instance initialised. Closing it ends both. */
final class Run implements AutoCloseable {

    private final ParseSession session;

    private Run(ParseSession session) {
        this.session = session;
    }

    /** Opens source and parser; to be called on a guest thread. */
    static Run open(ParserStep step, Bytes bytes) {
        PluginEntry plugin = step.plugin();
        Configuration configuration = step.configuration(plugin.info());
        ByteSource source = source(step, bytes);
        try {
            PluginSetup setup = setup(step, plugin, configuration);
            ParsePolicy policy = policy(plugin.metadata());
            return new Run(new ParseSession(() -> ParserHost.open(setup), source, policy));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static PluginSetup setup(
            ParserStep step, PluginEntry plugin, Configuration configuration) {
        return new PluginSetup(
                plugin.name(), step.engine(), plugin.component(), configuration, LogLevel.ERROR);
    }

    private static ParsePolicy policy(PluginMetadata metadata) {
        return metadata.newlineTail()
                ? ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE)
                : ParsePolicy.DEFAULT;
    }

    private static ByteSource source(ParserStep step, Bytes bytes) {
        Bytes.Origin origin = resolve(step, bytes);
        if (!(origin instanceof Bytes.Plugin) && !bytes.settings().isEmpty()) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "The input "
                            + title(origin)
                            + " is no byte-source plugin and has no configuration item \""
                            + bytes.settings().keySet().iterator().next()
                            + "\".");
        }
        if (origin instanceof Bytes.Plugin plugin) {
            return pluginSource(step, plugin.name(), bytes);
        }
        if (origin instanceof Bytes.InFile file) {
            return BinaryByteSource.of(file.path());
        }
        if (origin instanceof Bytes.InMemory memory) {
            return BinaryByteSource.of(memory.bytes());
        }
        if (origin instanceof Bytes.Streamed streamed) {
            return new BinaryByteSource("a stream", streamed.stream(), OptionalLong.empty());
        }
        return sample(((Bytes.Sample) origin).name());
    }

    private static ByteSource pluginSource(ParserStep step, String name, Bytes bytes) {
        PluginEntry plugin = step.manager().require(PluginType.BYTE_SOURCE, name);
        Configuration configuration =
                Configuration.of(name, plugin.info().schema(), bytes.settings());
        ByteSourceHost host = ByteSourceHost.open(setup(step, plugin, configuration));
        return new BinaryByteSource(
                "byte source " + name, new ByteSourceStream(host), OptionalLong.empty());
    }

    private static ByteSource sample(String name) {
        InputStream stream = Run.class.getResourceAsStream("samples/" + name);
        if (stream == null) {
            throw new HostException(Trouble.INPUT, "There is no sample log \"" + name + "\".");
        }
        return new BinaryByteSource("sample " + name, stream, OptionalLong.empty());
    }

    /** Decides what a name means: a byte-source plugin, or else a file; not both and not neither. */
    private static Bytes.Origin resolve(ParserStep step, Bytes bytes) {
        if (!(bytes.origin() instanceof Bytes.Named named)) {
            return bytes.origin();
        }
        String name = named.name();
        boolean plugin = step.manager().find(PluginType.BYTE_SOURCE, name).isPresent();
        boolean file = Files.exists(Path.of(name));
        if (plugin && file) {
            throw new HostException(
                    Trouble.AMBIGUOUS_INPUT,
                    "\""
                            + name
                            + "\" is a byte-source plugin and a file; write source(\""
                            + name
                            + "\") or file(\""
                            + name
                            + "\") instead of bytes(\""
                            + name
                            + "\").");
        }
        if (!plugin && !file) {
            String known =
                    step.manager().list().stream()
                            .filter(entry -> entry.type() == PluginType.BYTE_SOURCE)
                            .map(PluginEntry::name)
                            .collect(Collectors.joining(", "));
            throw new HostException(
                    Trouble.AMBIGUOUS_INPUT,
                    "\""
                            + name
                            + "\" is neither a byte-source plugin (there are: "
                            + (known.isEmpty() ? "none" : known)
                            + ") nor a file below \""
                            + Path.of("").toAbsolutePath()
                            + "\".");
        }
        return plugin ? new Bytes.Plugin(name) : new Bytes.InFile(Path.of(name));
    }

    private static String title(Bytes.Origin origin) {
        if (origin instanceof Bytes.Plugin plugin) {
            return "byte source " + plugin.name();
        }
        if (origin instanceof Bytes.InFile file) {
            return "file " + file.path();
        }
        if (origin instanceof Bytes.InMemory memory) {
            return memory.bytes().length + " bytes in memory";
        }
        return origin instanceof Bytes.Sample sample ? "sample " + sample.name() : "a stream";
    }

    static String explain(ParserStep step, Bytes bytes) {
        return "input       " + title(resolve(step, bytes)) + "\n";
    }

    String name() {
        return session.parser().plugin() + " of " + session.source().name();
    }

    ColumnPlan columns() {
        return ColumnPlan.of(session.parser().renderOptions());
    }

    ParseSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
