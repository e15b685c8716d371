package dev.tamias.engine.binary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of something that a core module imports or exports (core specification, {@code externtype}). */
public sealed interface CoreType {

    /** What a person calls something of this type. */
    String title();

    /**
     * A function.
     *
     * @param definition the type's definition, where parameters and results do not say all of it: it
     *     extends another or can be extended, or it was defined together with others; else null
     */
    record Func(
            List<CoreValType> params, List<CoreValType> results, @Nullable DefinedType definition)
            implements CoreType {
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }

        /** A function type that stands for itself alone. */
        public Func(List<CoreValType> params, List<CoreValType> results) {
            this(params, results, null);
        }

        /** The parameters and results alone: the type's expansion. */
        public Func expand() {
            return definition == null ? this : new Func(params, results);
        }

        /** Whether a function of this type can be used as one of the other. */
        public boolean matches(Func wanted) {
            return equals(wanted)
                    || definition != null
                            && wanted.definition != null
                            && definition.matches(wanted.definition);
        }

        @Override
        public String title() {
            return "function";
        }

        // Written out: the JVM makes a record's own methods when they are first called, which takes
        // several milliseconds of a new process, and these are called before a plugin's first row.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || other instanceof Func func
                            && params.equals(func.params)
                            && results.equals(func.results)
                            && Objects.equals(definition, func.definition);
        }

        @Override
        public int hashCode() {
            return Objects.hash(params, results, definition);
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
     * @param address64 whether its addresses are 64-bit numbers
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
    record Table(CoreValType element, long min, long max, boolean address64) implements CoreType {

        /** A table with 32-bit indices. */
        public Table(CoreValType element, long min, long max) {
            this(element, min, max, false);
        }

        @Override
        public String title() {
            return "table";
        }
    }

    /** A global. */
    record Global(CoreValType type, boolean mutable) implements CoreType {

        /** Whether a global of this type can be used as one of the other. */
        public boolean matches(Global wanted) {
            return mutable || wanted.mutable ? equals(wanted) : type.matches(wanted.type);
        }

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
