package dev.tamias.table;

import java.util.function.IntConsumer;

/**
 * Work on columns, none of which needs another: whoever has threads for it may do several at the same
 * time.
 */
@FunctionalInterface
public interface ColumnWork {

    /** One after the other. */
    ColumnWork IN_TURN =
            (numbers, each) -> {
                for (int number : numbers) {
                    each.accept(number);
                }
            };

    /**
     * Calls {@code each} with every number, begun in this order, and comes back when all calls have. What
     * they wrote is there to be read then.
     *
     * @param numbers each of 0, 1, 2 … once
     * @throws RuntimeException what the call with the lowest number has thrown
     */
    void run(int[] numbers, IntConsumer each);
}
