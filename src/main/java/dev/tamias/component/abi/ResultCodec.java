package dev.tamias.component.abi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** result: ok is case 0, error is case 1. */
final class ResultCodec extends CaseCodec {

    ResultCodec(@Nullable Codec ok, @Nullable Codec err) {
        super(Arrays.<@Nullable Codec>asList(ok, err));
    }

    @Override
    Val val(int index, @Nullable Val payload) {
        return new Val.Result(index == 0, payload);
    }

    @Override
    int index(Val v) {
        return expect(Val.Result.class, v).isOk() ? 0 : 1;
    }

    @Override
    @Nullable Val payload(Val v) {
        return expect(Val.Result.class, v).value();
    }

    @Override
    void tell(int index, boolean hasPayload, ValVisitor visitor) {
        visitor.result(index == 0, hasPayload);
    }
}
