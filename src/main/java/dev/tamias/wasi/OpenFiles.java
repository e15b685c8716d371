package dev.tamias.wasi;

import dev.tamias.engine.LimitExceeded;

/** How many files, directories and listings one guest holds open ({@code Limits.openFiles}). */
final class OpenFiles {

    private final int most;
    private int open;

    OpenFiles(int most) {
        this.most = most;
    }

    /** Counts one that is about to be opened. */
    synchronized void take() {
        if (open >= most) {
            throw new LimitExceeded(
                    "the guest holds more than " + most + " files and directories open");
        }
        open++;
    }

    /** Counts one that was closed. */
    synchronized void giveBack() {
        open--;
    }
}
