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
     * HotSpot compiles no method of more than 8,000 bytes unless it is told to, and a Java method holds
     * 65,535.
     */
    public static final SplitSizes DEFAULT =
            new SplitSizes(16 << 10, 4_000, 3_000, List.of(1_000, 300, 100, 40));

    public SplitSizes {
        shortest = List.copyOf(shortest);
    }
}
