package dev.tamias.component.abi;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** enum: cases without payloads. */
final class EnumCodec extends CaseCodec {

    EnumCodec(int labels) {
        super(Collections.<@Nullable Codec>nCopies(labels, null));
    }

    @Override
    Val val(int index, @Nullable Val payload) {
        return new Val.EnumCase(index);
    }

    @Override
    int index(Val v) {
        return expect(Val.EnumCase.class, v).index();
    }

    @Override
    @Nullable Val payload(Val v) {
        return null;
    }

    @Override
    void tell(int index, boolean hasPayload, ValVisitor visitor) {
        visitor.enumCase(index);
    }
}
