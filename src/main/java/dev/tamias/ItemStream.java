package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.host.RunLog;
import dev.tamias.model.ParsedItem;
import dev.tamias.model.TamiasException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Parses as items are asked for, one call of the parser at a time, each on a guest thread. */
final class ItemStream extends Spliterators.AbstractSpliterator<ParsedItem>
        implements AutoCloseable {

    private final Engine engine;
    private final RowSteps rows;
    private final Queue<ParsedItem> ready = new ArrayDeque<>();
    private boolean more = true;
    private boolean closed;
    private @Nullable TamiasException failure;

    private ItemStream(Engine engine, RowSteps rows) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.engine = engine;
        this.rows = rows;
    }

    static Stream<ParsedItem> open(RunPlan plan) {
        Engine engine = plan.parser().engine();
        RowSteps rows =
                GuestWork.run(engine, () -> RowSteps.open(plan, plan.inputs(), new RunLog()));
        ItemStream items = new ItemStream(engine, rows);
        return StreamSupport.stream(items, false).onClose(items::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super ParsedItem> action) {
        while (ready.isEmpty() && more && !closed) {
            // A call of the parser may bring no item.
            stepOnGuestThread();
        }
        ParsedItem item = ready.poll();
        if (item == null) {
            close();
            if (failure != null) {
                throw failure;
            }
            return false;
        }
        action.accept(item);
        return true;
    }

    /** One call of the parser; what fails is kept until the items before it are taken. */
    private void stepOnGuestThread() {
        try {
            more = GuestWork.run(engine, this::step);
        } catch (TamiasException e) {
            failure = e;
            more = false;
        }
    }

    private boolean step() {
        return rows.step(
                (source, offset, length, cells, attachment) ->
                        ready.add(new ParsedItem(source, offset, length, cells, attachment)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            rows.close();
        }
    }
}
