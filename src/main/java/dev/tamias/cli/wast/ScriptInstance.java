package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.CoreExtern;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreGlobal;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** An instance of what a script calls a module: something with functions to call. */
sealed interface ScriptInstance {

    /**
     * Calls the exported function {@code field}.
     *
     * @param arguments an array of values
     * @throws Mismatch where there is no such function, or for other arguments
     */
    Results invoke(String field, JsonNode arguments);

    /**
     * The value of the exported global {@code field}.
     *
     * @throws Mismatch where there is none
     */
    Results get(String field);

    private static Mismatch none(String kind, String field) {
        return new Mismatch("there is no " + kind + " \"" + field + "\"");
    }

    private static void requireCount(int count, JsonNode arguments) {
        if (arguments.size() != count) {
            throw new Mismatch(count + " arguments are taken and " + arguments.size() + " given");
        }
    }

    /** An instance of a component. */
    record OfComponent(Instance instance) implements ScriptInstance {

        @Override
        public Results invoke(String field, JsonNode arguments) {
            Optional<Func> func = instance.func(field);
            if (func.isEmpty()) {
                throw none("function", field);
            }
            FuncType type = func.get().type();
            requireCount(type.params().size(), arguments);
            Val[] values = new Val[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = argument(arguments.get(i), type.params().get(i).type());
            }
            return new Results.OfComponent(func.get().call(values), type.result());
        }

        private static Val argument(JsonNode node, ValType type) {
            try {
                return ValDecoder.decode(node, type);
            } catch (IllegalArgumentException e) {
                throw new Mismatch(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Results get(String field) {
            throw none("global", field);
        }
    }

    /** What an instance of a core module exports. */
    record OfCore(Map<String, CoreExtern> exports) implements ScriptInstance {

        @Override
        public Results invoke(String field, JsonNode arguments) {
            if (!(exports.get(field) instanceof CoreFunc func)) {
                throw none("function", field);
            }
            CoreType.Func type = func.type();
            requireCount(type.params().size(), arguments);
            LongStream longs = LongStream.empty();
            for (int i = 0; i < arguments.size(); i++) {
                CoreValType param = type.params().get(i);
                long[] value = argument(arguments.get(i), param);
                longs = LongStream.concat(longs, LongStream.of(value));
            }
            return new Results.OfCore(type.results(), func.call(longs.toArray()));
        }

        private static long[] argument(JsonNode node, CoreValType type) {
            try {
                return CoreConst.decode(node, type);
            } catch (IllegalArgumentException e) {
                throw new Mismatch(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Results get(String field) {
            if (!(exports.get(field) instanceof CoreGlobal global)) {
                throw none("global", field);
            }
            CoreValType type = global.type().type();
            return new Results.OfCore(List.of(type), new long[] {global.value(), 0});
        }
    }
}
