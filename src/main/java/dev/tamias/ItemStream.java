package dev.tamias;

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

    private final ParserStep parser;
    private final Run run;
    private final Queue<ParsedItem> ready = new ArrayDeque<>();
    private long left;
    private boolean closed;
    private @Nullable TamiasException failure;

    private ItemStream(ParserStep parser, Run run, long limit) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.parser = parser;
        this.run = run;
        this.left = limit;
    }

    static Stream<ParsedItem> open(ParserStep parser, Bytes bytes, long limit) {
        Run run = parser.engine().executor().run(() -> Run.open(parser, bytes));
        ItemStream items = new ItemStream(parser, run, limit);
        return StreamSupport.stream(items, false).onClose(items::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super ParsedItem> action) {
        while (ready.isEmpty() && left > 0 && !closed && failure == null && stepOnGuestThread()) {
            // A call of the parser may bring no item.
        }
        ParsedItem item = left > 0 ? ready.poll() : null;
        if (item == null) {
            close();
            if (failure != null && left > 0) {
                throw failure;
            }
            return false;
        }
        left--;
        action.accept(item);
        return true;
    }

    /** One call of the parser; what fails is kept until the items before it are taken. */
    private boolean stepOnGuestThread() {
        try {
            return parser.engine().executor().run(this::step);
        } catch (TamiasException e) {
            failure = e;
            return false;
        }
    }

    private boolean step() {
        return run.session()
                .step(
                        (offset, length, cells, attachment) ->
                                ready.add(new ParsedItem(offset, length, cells, attachment)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            run.close();
        }
    }
}
