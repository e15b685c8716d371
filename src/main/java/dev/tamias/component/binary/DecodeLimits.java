package dev.tamias.component.binary;

/**
 * How large a component may be, so that no binary keeps the decoder busy or deep in recursion. The
 * numbers are near those of the common tools, so that what they make is accepted here.
 *
 * @param nesting components and types within one another
 * @param typeDepth value types, instances and components within one type
 * @param typeSize parts of one type, a part counted as often as it is mentioned
 * @param typeWork parts of types that are compared or renamed in all
 * @param definitions entries of an index space of types, functions, globals and tags
 * @param containers entries of an index space of modules, instances, components, memories and
 *     tables
 * @param nameLength UTF-16 units of a name
 */
record DecodeLimits(
        int nesting,
        int typeDepth,
        int typeSize,
        long typeWork,
        int definitions,
        int containers,
        int nameLength) {

    static final DecodeLimits DEFAULTS =
            new DecodeLimits(100, 100, 1_000_000, 20_000_000, 1_000_000, 1_000, 100_000);
}
