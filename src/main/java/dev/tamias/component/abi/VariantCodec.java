package dev.tamias.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** variant */
final class VariantCodec extends CaseCodec {

    VariantCodec(List<@Nullable Codec> cases) {
        super(cases);
    }

    @Override
    Val val(int index, @Nullable Val payload) {
        return new Val.Variant(index, payload);
    }

    @Override
    int index(Val v) {
        return expect(Val.Variant.class, v).index();
    }

    @Override
    @Nullable Val payload(Val v) {
        return expect(Val.Variant.class, v).payload();
    }

    @Override
    void tell(int index, boolean hasPayload, ValVisitor visitor) {
        visitor.variant(index, hasPayload);
    }
}
