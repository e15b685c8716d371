package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.binary.CoreValType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call returned, to be held against what a script expects. Its text is for messages. */
sealed interface Results {

    /** Whether it is what {@code expected}, an array of values, asks for. */
    boolean match(JsonNode expected);

    /** The result of a component's function, null where it has none. */
    record OfComponent(@Nullable Val value, @Nullable ValType type) implements Results {

        /** Not-a-numbers are all alike: the Canonical ABI leaves their bits open. */
        @Override
        public boolean match(JsonNode expected) {
            if (type == null || expected.size() != 1) {
                return type == null && expected.isEmpty();
            }
            try {
                return ValDecoder.decode(expected.get(0), type).equals(value);
            } catch (IllegalArgumentException e) {
                // What is no value of the type is not the value.
                return false;
            }
        }

        @Override
        public String toString() {
            return type == null ? "nothing" : ValEncoder.encode(value, type).toString();
        }
    }

    /** The results of a core function. */
    record OfCore(List<CoreValType> types, long[] longs) implements Results {

        @Override
        public boolean match(JsonNode expected) {
            if (expected.size() != types.size()) {
                return false;
            }
            int at = 0;
            for (int i = 0; i < types.size(); i++) {
                int end = at + CoreConst.longs(types.get(i));
                long[] value = Arrays.copyOfRange(longs, at, end);
                if (!CoreConst.matches(expected.get(i), types.get(i), value)) {
                    return false;
                }
                at = end;
            }
            return true;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            int at = 0;
            for (CoreValType type : types) {
                int end = at + CoreConst.longs(type);
                text.append(at == 0 ? "" : ", ")
                        .append(CoreConst.text(type, Arrays.copyOfRange(longs, at, end)));
                at = end;
            }
            return types.isEmpty() ? "nothing" : text.toString();
        }
    }
}
