package dev.tamias.jupyter;

import dev.tamias.session.ParseProgress;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/** What a notebook of Tamias has beside the imports. */
public final class Notebook {

    /** There is one kernel a process. */
    private static volatile @Nullable BaseKernel kernel;

    private Notebook() {}

    static void attach(@Nullable BaseKernel running) {
        kernel = running;
    }

    private static BaseKernel running() {
        BaseKernel running = kernel;
        if (running == null) {
            throw new IllegalStateException("There is no notebook to show anything in.");
        }
        return running;
    }

    /**
     * Shows a value as a cell's result would be shown: tables and charts in their rich form. The kernel's
     * own {@code display} gives an id, which a cell that ends with it echoes below the picture.
     *
     * @throws IllegalStateException outside a notebook
     */
    public static void show(Object value) {
        BaseKernel running = running();
        running.display(running.getRenderer().render(value));
    }

    /**
     * A listener for {@code onProgress}: a bar below the cell, with rate and remaining time, which each
     * report replaces. A run that is over within half a second shows none.
     *
     * @throws IllegalStateException outside a notebook
     */
    public static Consumer<ParseProgress> progress() {
        return new ProgressBar(running());
    }
}
