package dev.tamias.cli.wast;

/** A command needs what scripts may have and this runner has not: it is skipped. */
final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param feature what it needs */
    Unsupported(String feature) {
        super(feature);
    }
}
