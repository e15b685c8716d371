package dev.tamias.wasi;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.wasi.sockets.SocketCount;

/**
 * How many files, directories, listings and sockets one guest holds open ({@code Limits.openFiles}).
 */
final class OpenFiles implements SocketCount {

    private final int most;
    private int open;

    OpenFiles(int most) {
        this.most = most;
    }

    /** Counts one that is about to be opened. */
    @Override
    public void take() {
        if (!tryTake()) {
            throw LimitExceeded.of(
                    "openFiles",
                    "the guest holds more than " + most + " files, directories and sockets open");
        }
    }

    @Override
    public synchronized boolean tryTake() {
        if (open >= most) {
            return false;
        }
        open++;
        return true;
    }

    /** Counts one that was closed. */
    @Override
    public synchronized void giveBack() {
        open--;
    }
}
