package dev.tamias.session;

import dev.tamias.host.ParserHost;

/** Opens a parser, so that a session can have a fresh one after a trap. */
@FunctionalInterface
public interface ParserFactory {

    /**
     * A new instance, initialised as each before it.
     *
     * @throws dev.tamias.model.TamiasException where it cannot start or refuses its configuration
     */
    ParserHost open();
}
