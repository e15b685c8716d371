package dev.tamias.host.v0_1_0;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.host.ByteSourceGuest;
import dev.tamias.host.Configuration;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.GuestException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.util.List;

/** The functions of {@code chipmunk:bytesource/byte-source}. */
final class ByteSourceBindings implements ByteSourceGuest {

    /** The names of {@code source-error}'s cases, in their order. */
    private static final String[] SOURCE_ERRORS = {"input or output", "unsupported", "other"};

    private final Func getVersion;
    private final Func getConfigSchemas;
    private final Func init;
    private final Func read;

    ByteSourceBindings(Instance instance, String export) {
        getVersion = SharedBindings.func(instance, export, "get-version");
        getConfigSchemas = SharedBindings.func(instance, export, "get-config-schemas");
        init = SharedBindings.func(instance, export, "init");
        read = SharedBindings.func(instance, export, "read");
    }

    @Override
    public SemanticVersion version() {
        return SharedBindings.version(SharedBindings.result(getVersion.call(), "get-version"));
    }

    @Override
    public ConfigSchema schema() {
        return ConfigBindings.schema(
                SharedBindings.result(getConfigSchemas.call(), "get-config-schemas"));
    }

    @Override
    public void init(LogLevel level, Configuration configuration) {
        Val source = new Val.Record(List.of(SharedBindings.level(level)));
        Val items = ConfigBindings.items(configuration);
        SharedBindings.requireInitialised(SharedBindings.result(init.call(source, items), "init"));
    }

    @Override
    public byte[] read(long wanted) {
        Val.Result answer =
                (Val.Result) SharedBindings.result(read.call(new Val.U64(wanted)), "read");
        if (answer.isOk() && answer.value() instanceof Val.Bytes bytes) {
            return bytes.value();
        }
        Val.Variant error = (Val.Variant) SharedBindings.result(answer.value(), "read");
        String words = error.payload() == null ? "" : ": " + SharedBindings.text(error.payload());
        throw new GuestException(
                Trouble.SOURCE,
                "The byte source failed to read ("
                        + SOURCE_ERRORS[error.index()]
                        + " error)"
                        + words
                        + ".");
    }
}
