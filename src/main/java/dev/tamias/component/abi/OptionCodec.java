package dev.tamias.component.abi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** option: none is case 0, some is case 1. */
final class OptionCodec extends CaseCodec {

    OptionCodec(Codec element) {
        super(Arrays.<@Nullable Codec>asList(null, element));
    }

    @Override
    Val val(int index, @Nullable Val payload) {
        return payload == null ? Val.Option.NONE : new Val.Option(payload);
    }

    @Override
    int index(Val v) {
        return expect(Val.Option.class, v).value() == null ? 0 : 1;
    }

    @Override
    @Nullable Val payload(Val v) {
        return expect(Val.Option.class, v).value();
    }

    @Override
    void tell(int index, boolean hasPayload, ValVisitor visitor) {
        visitor.option(hasPayload);
    }
}
