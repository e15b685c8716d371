package dev.tamias.jupyter;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;

import dev.tamias.Bytes;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.check.PluginCheck;
import dev.tamias.manager.PluginEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import tech.tablesaw.api.Table;

/**
 * The magics of Tamias, each a word for what the API does:
 *
 * <pre>{@code
 * %plugins                              Plugins.scan()
 * %plugin NAME                          plugin(…)
 * %plugin add PLUGIN                    add(…)
 * %plugin update PLUGIN                 update(…)
 * %plugin remove NAME                   remove(…)
 * %plugin reload                        reload()
 * %plugin check                         check()
 * %plugin check NAME|FILE.wasm [LOG]    PluginCheck.of(…).run()
 * %parse PARSER FILE [ID=VALUE...]      parser(…).set(…).over(file(…)).table()
 * %%parse PARSER [ID=VALUE...]          the same over the text of the cell
 * }</pre>
 */
final class Magics {

    private static final String OF_PLUGIN =
            "%plugin NAME, %plugin add|update PLUGIN, %plugin remove NAME, %plugin reload, %plugin check,"
                    + " %plugin check NAME|FILE.wasm [LOG]";
    private static final String OF_PARSE = "%parse PARSER FILE [ID=VALUE...]";
    private static final String OF_PARSE_CELL =
            "%%parse PARSER [ID=VALUE...], and below it the text to parse";

    private Magics() {}

    static void register(BaseKernel kernel) {
        LineMagic<Object, BaseKernel> plugins = (running, words) -> plugins(words);
        LineMagic<Object, BaseKernel> plugin = (running, words) -> plugin(words);
        LineMagic<Table, BaseKernel> parse = (running, words) -> parseFile(words);
        CellMagic<Table, BaseKernel> cell = (running, words, body) -> parseText(words, body);
        kernel.getMagicsRegistry()
                .registerLineMagic("plugins", plugins)
                .registerLineMagic("plugin", plugin)
                .registerLineMagic("parse", parse)
                .registerCellMagic("parse", cell);
    }

    static Object plugins(List<String> words) {
        require(words.isEmpty(), "%plugins", words);
        return Plugins.scan();
    }

    static Object plugin(List<String> words) {
        String verb = words.isEmpty() ? "" : words.get(0);
        boolean withLog = words.size() == 3 && verb.equals("check");
        if (words.isEmpty() || words.size() > 2 && !withLog) {
            throw wrongUsage(OF_PLUGIN, words);
        }
        Plugins plugins = Plugins.scan();
        if (words.size() == 1) {
            return switch (verb) {
                case "reload" -> plugins.reload();
                case "check" -> plugins.check();
                case "add", "update", "remove" -> throw wrongUsage(OF_PLUGIN, words);
                default -> PluginNamed.in(plugins, verb);
            };
        }
        String what = words.get(1);
        return switch (verb) {
            case "add" -> plugins.add(what);
            case "update" -> plugins.update(what);
            case "remove" -> {
                PluginEntry entry = PluginNamed.in(plugins, what);
                yield plugins.remove(entry.type(), entry.name());
            }
            case "check" -> {
                PluginCheck check = PluginCheck.of(plugins, what);
                yield (withLog ? check.input(Path.of(words.get(2))) : check).run();
            }
            default -> throw wrongUsage(OF_PLUGIN, words);
        };
    }

    static Table parseFile(List<String> words) {
        require(words.size() >= 2, OF_PARSE, words);
        return parse(words.get(0), words.subList(2, words.size()), file(words.get(1)), OF_PARSE);
    }

    static Table parseText(List<String> words, String body) {
        require(!words.isEmpty(), OF_PARSE_CELL, words);
        String text = body.endsWith("\n") ? body : body + "\n";
        Bytes bytes = bytes(text.getBytes(StandardCharsets.UTF_8));
        return parse(words.get(0), words.subList(1, words.size()), bytes, OF_PARSE_CELL);
    }

    private static Table parse(String name, List<String> settings, Bytes bytes, String usage) {
        ParserStep parser = Plugins.scan().parser(name);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            require(equals > 0, usage, settings);
            parser = parser.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return parser.over(bytes).onProgress(Notebook.progress()).table();
    }

    private static void require(boolean fine, String usage, List<String> words) {
        if (!fine) {
            throw wrongUsage(usage, words);
        }
    }

    private static IllegalArgumentException wrongUsage(String usage, List<String> words) {
        return new IllegalArgumentException(
                "The magic is " + usage + ", and was given \"" + String.join(" ", words) + "\".");
    }
}
