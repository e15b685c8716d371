package dev.tamias.engine.binary;

import java.util.List;
import java.util.stream.Collectors;

/** The type of something that a core module imports or exports (core specification, {@code externtype}). */
public sealed interface CoreType {

    /** What a person calls something of this type. */
    String title();

    /** A function. */
    record Func(List<CoreValType> params, List<CoreValType> results) implements CoreType {
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }

        @Override
        public String title() {
            return "function";
        }

        @Override
        public String toString() {
            return list(params) + " -> " + list(results);
        }

        private static String list(List<CoreValType> types) {
            return types.stream()
                    .map(CoreValType::toString)
                    .collect(Collectors.joining(" ", "[", "]"));
        }
    }

    /**
     * A linear memory.
     *
     * @param min pages at the start
     * @param max most pages; −1 where none is stated
     */
    record Memory(long min, long max, boolean shared, boolean address64) implements CoreType {
        @Override
        public String title() {
            return "memory";
        }
    }

    /**
     * A table.
     *
     * @param max most elements; −1 where none is stated
     */
    record Table(CoreValType element, long min, long max) implements CoreType {
        @Override
        public String title() {
            return "table";
        }
    }

    /** A global. */
    record Global(CoreValType type, boolean mutable) implements CoreType {
        @Override
        public String title() {
            return "global";
        }
    }

    /** An exception tag. */
    record Tag(Func type) implements CoreType {
        @Override
        public String title() {
            return "tag";
        }
    }
}
