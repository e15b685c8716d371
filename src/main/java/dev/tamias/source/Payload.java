package dev.tamias.source;

/**
 * What a frame carries: {@code length} of {@code bytes} from {@code from} on.
 *
 * @param source the sender's port, -1 where the transport has none
 * @param destination the receiver's
 * @param cut whether the capture has only a part of it
 */
record Payload(
        Transport transport,
        int source,
        int destination,
        byte[] bytes,
        int from,
        int length,
        boolean cut) {}
