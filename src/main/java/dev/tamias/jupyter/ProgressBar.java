package dev.tamias.jupyter;

import dev.tamias.session.ParseProgress;
import dev.tamias.session.ProgressText;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** Progress as one output of a cell, updated in place. */
final class ProgressBar implements Consumer<ParseProgress> {

    /** A run shorter than this needs no bar. */
    private static final long PATIENCE_NANOS = 500_000_000;

    /** A page that is redrawn more often flickers. */
    private static final long PAUSE_NANOS = 200_000_000;

    /** The protocol's name for what a later message is an update of. */
    private static final String DISPLAY_ID = "display_id";

    private final BaseKernel kernel;
    private final long started = System.nanoTime();
    private long told = started;
    private @Nullable String id;

    ProgressBar(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public synchronized void accept(ParseProgress progress) {
        long now = System.nanoTime();
        boolean whole = progress.bytes() == progress.size().orElse(-1);
        if (id == null ? now - started < PATIENCE_NANOS : !whole && now - told < PAUSE_NANOS) {
            return;
        }
        told = now;
        show(progress);
    }

    private void show(ParseProgress progress) {
        DisplayData data = new DisplayData(ProgressText.of(progress));
        data.putHTML(html(progress));
        if (id == null) {
            String fresh = UUID.randomUUID().toString();
            id = fresh;
            // Releases of JJava differ in what their word for this returns, and so in the word.
            data.putTransientData(DISPLAY_ID, fresh);
            kernel.display(data);
        } else {
            kernel.getIO().display.updateDisplay(id, data);
        }
    }

    static String html(ParseProgress progress) {
        OptionalDouble share = ProgressText.share(progress);
        String value =
                share.isPresent()
                        ? String.format(Locale.ROOT, " value=\"%.3f\"", share.getAsDouble())
                        : "";
        return "<div class=\"tamias-progress\"><progress max=\"1\""
                + value
                + "></progress> "
                + ProgressText.of(progress)
                + "</div>\n";
    }
}
