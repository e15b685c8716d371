package dev.tamias.cli;

/** The command line asks for something that does not exist; the message is one sentence. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
