package dev.tamias.component.binary;

/**
 * How large a component may be, so that no binary keeps the decoder busy or deep in recursion, and
 * none takes memory out of proportion to its size. The numbers are near those of the common tools,
 * so that what they make is accepted here; the types of the largest plugins known take 5,000 steps.
 * By the bound on a type's parts no value is near the 2^28 bytes that Binary.md sets as limit.
 *
 * @param nesting components and types within one another
 * @param typeDepth value types, instances and components within one type
 * @param typeSize parts of one type, a part counted as often as it is mentioned
 * @param typeWork parts of types that are compared or replaced in all, for the smallest binary
 * @param typeWorkPerByte how many more for each byte of the binary
 * @param definitions entries of an index space of types, functions, tables, memories, globals and
 *     tags
 * @param containers entries of an index space of modules, instances and components
 * @param nameLength UTF-16 units of a name
 */
record DecodeLimits(
        int nesting,
        int typeDepth,
        int typeSize,
        long typeWork,
        int typeWorkPerByte,
        int definitions,
        int containers,
        int nameLength) {

    static final DecodeLimits DEFAULTS =
            new DecodeLimits(100, 100, 1_000_000, 200_000, 1, 1_000_000, 1_000, 100_000);
}
