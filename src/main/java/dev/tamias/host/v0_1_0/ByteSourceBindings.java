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

/** The functions of {@code chipmunk:bytesource/byte-source}. */
final class ByteSourceBindings implements ByteSourceGuest {

    /** The names of {@code source-error}'s cases, in their order. */
    private static final String[] SOURCE_ERRORS = {"input or output", "unsupported", "other"};

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
        throw new GuestException(
                Trouble.SOURCE,
                "The byte source failed to read ("
                        + SOURCE_ERRORS[error.index()]
                        + " error)"
                        + SharedBindings.words(error.payload())
                        + ".");
    }
}
