package dev.tamias.host.v0_1_0;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.host.Configuration;
import dev.tamias.host.ItemSink;
import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserGuest;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of {@code chipmunk:parser/parser}. */
final class ParserBindings implements ParserGuest {

    private final CommonFuncs common;
    private final Func getRenderOptions;
    private final Func parse;
    private final ParseVisitor visitor = new ParseVisitor();

    ParserBindings(Instance instance, String export) {
        common = new CommonFuncs(instance, export);
        getRenderOptions = SharedBindings.func(instance, export, "get-render-options");
        parse = SharedBindings.func(instance, export, "parse");
    }

    @Override
    public SemanticVersion version() {
        return common.version();
    }

    @Override
    public ConfigSchema schema() {
        return common.schema();
    }

    @Override
    public void init(LogLevel level, Configuration configuration) {
        common.init(level, configuration);
    }

    @Override
    public RenderOptions renderOptions() {
        Val.Record options =
                (Val.Record) SharedBindings.result(getRenderOptions.call(), "get-render-options");
        Val columns = ((Val.Option) options.fields().get(0)).value();
        if (columns == null) {
            return RenderOptions.PLAIN;
        }
        List<RenderOptions.Column> list = new ArrayList<>();
        for (Val each : ((Val.ListOf) ((Val.Record) columns).fields().get(0)).elements()) {
            List<Val> fields = ((Val.Record) each).fields();
            list.add(
                    new RenderOptions.Column(
                            SharedBindings.text(fields.get(0)),
                            SharedBindings.text(fields.get(1)),
                            ((Val.S16) fields.get(2)).value()));
        }
        return new RenderOptions(list);
    }

    @Override
    public ParseReply parse(
            byte[] data, int from, int length, @Nullable Long timestamp, ItemSink sink) {
        Val bytes = new Val.Bytes(Arrays.copyOfRange(data, from, from + length));
        Val time = timestamp == null ? Val.Option.NONE : new Val.Option(new Val.U64(timestamp));
        visitor.start(sink);
        parse.call(visitor, bytes, time);
        return visitor.reply();
    }
}
