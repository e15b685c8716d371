package dev.tamias.engine.binary;

import java.util.List;

/**
 * From which size on a function is split, and into what. Sizes are bytes of WebAssembly; compiled, they
 * become 1.3 to 2.2 times as many.
 *
 * @param from functions of at least so many bytes are split
 * @param target what is to be left of them
 * @param longest what becomes a function of its own has at most so many
 * @param shortest and at least so many, in the first, second, ... attempt
 */
public record SplitSizes(int from, int target, int longest, List<Integer> shortest) {

    /**
     * A Java method holds 65,535 bytes, but HotSpot gives up earlier: of a function of 16,000 bytes its
     * first compiler says that it is out of registers, and its second takes fifteen seconds, in which
     * the function is interpreted and all others wait for that compiler (docs/performance.md).
     */
    public static final SplitSizes DEFAULT =
            new SplitSizes(8_000, 4_000, 3_000, List.of(1_000, 300, 100, 40));

    public SplitSizes {
        shortest = List.copyOf(shortest);
    }

    /** Part of the name that code is kept under; written out, as the methods of {@link CoreType.Func}. */
    @Override
    public String toString() {
        return "SplitSizes[from="
                + from
                + ", target="
                + target
                + ", longest="
                + longest
                + ", shortest="
                + shortest
                + "]";
    }
}
