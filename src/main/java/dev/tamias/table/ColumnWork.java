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
            (count, each) -> {
                for (int number = 0; number < count; number++) {
                    each.accept(number);
                }
            };

    /**
     * Calls {@code each} with 0, 1, 2 …, begun in this order, and comes back when all calls have. What
     * they wrote is there to be read then.
     *
     * @throws RuntimeException what the call with the lowest number has thrown
     */
    void run(int count, IntConsumer each);
}
