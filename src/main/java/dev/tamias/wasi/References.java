package dev.tamias.wasi;

/** Counts who uses something that is closed by its last user. */
final class References {

    private int count = 1;

    synchronized void add() {
        if (count == 0) {
            throw new IllegalStateException("used after it was closed");
        }
        count++;
    }

    /** Whether that was the last one. */
    synchronized boolean remove() {
        if (count == 0) {
            return false;
        }
        return --count == 0;
    }
}
