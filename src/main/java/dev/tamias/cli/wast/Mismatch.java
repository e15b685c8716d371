package dev.tamias.cli.wast;

/** A command asks for something that is not there or not of that type: it fails. */
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Mismatch(String sentence) {
        super(sentence);
    }
}
