package dev.tamias.host.v0_1_0;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.host.ByteSourceGuest;
import dev.tamias.host.Configuration;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.SourceException;
import java.util.List;

/** The functions of {@code chipmunk:bytesource/byte-source}. */
final class ByteSourceBindings implements ByteSourceGuest {

    /** The cases of {@code source-error}, in their order. */
    private static final List<SourceException.Kind> SOURCE_ERRORS =
            List.of(
                    SourceException.Kind.IO,
                    SourceException.Kind.UNSUPPORTED,
                    SourceException.Kind.OTHER);

    private final CommonFuncs common;
    private final Func read;

    ByteSourceBindings(Instance instance, String export) {
        common = new CommonFuncs(instance, export);
        read = SharedBindings.func(instance, export, "read");
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
    public byte[] read(long wanted) {
        Val.Result answer =
                (Val.Result) SharedBindings.result(read.call(new Val.U64(wanted)), "read");
        if (answer.isOk() && answer.value() instanceof Val.Bytes bytes) {
            return bytes.value();
        }
        Val.Variant error = (Val.Variant) SharedBindings.result(answer.value(), "read");
        throw new SourceException(
                SOURCE_ERRORS.get(error.index()), SharedBindings.words(error.payload()), null);
    }
}
