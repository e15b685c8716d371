package dev.tamias.cli;

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.follow;
import static dev.tamias.Bytes.process;
import static dev.tamias.Bytes.source;
import static dev.tamias.Bytes.stdin;
import static dev.tamias.Bytes.tcp;
import static dev.tamias.Bytes.udp;

import dev.tamias.Bytes;
import dev.tamias.Plugins;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.PluginType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code parse} runs, and where it reads from. */
final class InputOptions {

    private static final String STDIN = "-";

    @Parameters(
            index = "0",
            paramLabel = "PLUGIN",
            description = "Name of a parser, or the path of a .wasm file.")
    private String parser = "";

    @Parameters(
            index = "1..*",
            paramLabel = "INPUT",
            description =
                    "The file to parse, or several of one kind; - is standard input. Archives (gzip, zstd,"
                            + " xz, bzip2) are unpacked, and of captures (pcap, pcapng) the payloads are"
                            + " taken.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "Reads INPUT through that byte-source plugin, as its first item of type files.")
    private @Nullable String plugin;

    @Option(names = "--follow", description = "Reads INPUT as it grows, until interrupted.")
    private boolean follow;

    @Option(
            names = "--process",
            description =
                    "INPUT... is a command, of which the output is parsed; write -- before it.")
    private boolean process;

    @Option(
            names = "--tcp",
            paramLabel = "HOST:PORT",
            description = "Parses what a TCP server sends, in place of INPUT.")
    private @Nullable String tcp;

    @Option(
            names = "--udp",
            paramLabel = "[HOST:]PORT",
            description =
                    "Parses the datagrams that come to a port of this machine, in place of INPUT."
                            + " Without HOST only those of this machine; 0.0.0.0 is from everywhere.")
    private @Nullable String udp;

    @Option(
            names = "--raw",
            description = "Takes INPUT as it is: unpacks no archive and opens no capture.")
    private boolean raw;

    /** The parser's name or path. */
    String parser() {
        return parser;
    }

    /** The input that the words mean. */
    Bytes bytes(Plugins plugins) {
        Bytes bytes = given(plugins);
        return raw ? bytes.raw() : bytes;
    }

    private Bytes given(Plugins plugins) {
        long ways =
                List.of(follow, process, tcp != null, udp != null, plugin != null).stream()
                        .filter(way -> way)
                        .count();
        if (ways > 1) {
            throw new WrongUsage(
                    "Only one of --source, --follow, --process, --tcp and --udp can be the input.");
        }
        if (tcp != null || udp != null) {
            if (!inputs.isEmpty()) {
                throw new WrongUsage(
                        "With --tcp and --udp there is no INPUT \"" + inputs.get(0) + "\".");
            }
            return tcp != null ? server(tcp) : datagrams(String.valueOf(udp));
        }
        if (inputs.isEmpty()) {
            throw new WrongUsage("An INPUT is missing: a file, or - for standard input.");
        }
        if (process) {
            return process(inputs.toArray(new String[0]));
        }
        if (plugin != null) {
            return source(plugin).set(inputItem(schema(plugins)), one("--source"));
        }
        if (follow) {
            return follow(one("--follow"));
        }
        if (inputs.size() > 1) {
            if (inputs.contains(STDIN)) {
                throw new WrongUsage("Standard input is parsed alone, without other files.");
            }
            return files(inputs.toArray(new String[0]));
        }
        return inputs.get(0).equals(STDIN) ? stdin() : file(inputs.get(0));
    }

    private String one(String option) {
        if (inputs.size() > 1) {
            throw new WrongUsage(option + " takes one INPUT, and was given " + inputs.size() + ".");
        }
        return inputs.get(0);
    }

    private static Bytes server(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new WrongUsage("--tcp takes HOST:PORT, and was given \"" + text + "\".");
        }
        return tcp(text.substring(0, colon), port("--tcp", text.substring(colon + 1)));
    }

    private static Bytes datagrams(String text) {
        int colon = text.lastIndexOf(':');
        int port = port("--udp", text.substring(colon + 1));
        return colon < 1 ? udp(port) : udp(text.substring(0, colon), port);
    }

    private static int port(String option, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 1 << 16) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as of any other text that is no port.
        }
        throw new WrongUsage(
                option + " takes a port from 1 to 65535, and was given \"" + text + "\".");
    }

    /** What the byte source can be configured with; nothing where there is none. */
    ConfigSchema schema(Plugins plugins) {
        return plugin == null
                ? new ConfigSchema(List.of())
                : plugins.plugin(PluginType.BYTE_SOURCE, plugin).info().schema();
    }

    private String inputItem(ConfigSchema schema) {
        return schema.items().stream()
                .filter(item -> item.input() instanceof ConfigSchema.FilesInput)
                .map(ConfigSchema.Item::id)
                .findFirst()
                .orElseThrow(() -> new WrongUsage("The byte source " + plugin + " takes no file."));
    }

    /** Whether rows come as somebody sends them, so that they are to be seen as they come. */
    boolean live() {
        return follow || process || tcp != null || udp != null || inputs.contains(STDIN);
    }

    /** Whether there are several inputs, so that each row says which it is from. */
    boolean several() {
        return inputs.size() > 1 && !process;
    }
}
