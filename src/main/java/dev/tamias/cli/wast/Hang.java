package dev.tamias.cli.wast;

/** Work went on after its time was over and it had been interrupted; its thread was let go. */
public final class Hang extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Hang(String sentence) {
        super(sentence);
    }
}
