package dev.tamias.host.made_up;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.FuncType;
import dev.tamias.host.ByteSourceGuest;
import dev.tamias.host.Configuration;
import dev.tamias.host.ItemSink;
import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserGuest;
import dev.tamias.host.PluginApi;
import dev.tamias.host.PluginExport;
import dev.tamias.host.PluginImports;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Version 0.7.0: an entry is a text and a number, a call gives a record, and nothing is configured. */
public final class MadeUpApi implements PluginApi {

    @Override
    public String title() {
        return "0.7.x";
    }

    @Override
    public boolean serves(PluginExport export) {
        return export.version().compatibilityTrack().equals("0.7");
    }

    @Override
    public Map<String, FuncType> exports(PluginType type) {
        return Map.of();
    }

    @Override
    public Map<String, Map<String, FuncType>> imports() {
        return Map.of();
    }

    @Override
    public boolean wantsTemporaryDirectory(Component component) {
        return false;
    }

    @Override
    public void link(Linker linker, PluginImports imports) {
        linker.instance("chipmunk:parser/notes@0.7.0")
                .func(
                        "note",
                        arguments -> {
                            int severity = ((Val.U8) arguments.get(0)).value();
                            imports.log(level(severity), text(arguments.get(1)));
                            return null;
                        });
    }

    @Override
    public ParserGuest parser(Instance instance, PluginExport export) {
        return new MadeUpParser(instance, export.name());
    }

    @Override
    public ByteSourceGuest byteSource(Instance instance, PluginExport export) {
        throw new UnsupportedOperationException("no byte sources were made up");
    }

    private static LogLevel level(int severity) {
        return LogLevel.values()[severity];
    }

    private static String text(Val value) {
        return ((Val.Str) value).value();
    }

    private static final class MadeUpParser implements ParserGuest {

        private final Func about;
        private final Func start;
        private final Func parse;

        MadeUpParser(Instance instance, String export) {
            about = instance.func(export, "about").orElseThrow();
            start = instance.func(export, "start").orElseThrow();
            parse = instance.func(export, "parse").orElseThrow();
        }

        @Override
        public SemanticVersion version() {
            return SemanticVersion.parse(text(about.call())).orElseThrow();
        }

        @Override
        public ConfigSchema schema() {
            return new ConfigSchema(List.of());
        }

        @Override
        public RenderOptions renderOptions() {
            return new RenderOptions(
                    List.of(
                            new RenderOptions.Column("Level", "", -1),
                            new RenderOptions.Column("Message", "", -1)));
        }

        @Override
        public void init(LogLevel level, Configuration configuration) {
            start.call();
        }

        @Override
        public ParseReply parse(
                byte[] data, int from, int length, @Nullable Long timestamp, ItemSink sink) {
            Val bytes = new Val.Bytes(Arrays.copyOfRange(data, from, from + length));
            Val.Record parsed = (Val.Record) parse.call(bytes);
            List<Val> entries = ((Val.ListOf) parsed.fields().get(0)).elements();
            for (Val each : entries) {
                List<Val> entry = ((Val.Record) each).fields();
                String severity = level(((Val.U8) entry.get(0)).value()).name();
                long consumed = ((Val.U32) entry.get(2)).value();
                sink.item(consumed, List.of(severity, text(entry.get(1))), null);
            }
            boolean more = ((Val.Bool) parsed.fields().get(1)).value();
            return entries.isEmpty() && more
                    ? new ParseReply(ParseReply.Kind.INCOMPLETE, "")
                    : ParseReply.ITEMS;
        }
    }
}
