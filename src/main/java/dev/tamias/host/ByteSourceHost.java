package dev.tamias.host;

import java.util.OptionalLong;

/** An initialised byte source. One thread at a time, a guest thread of the engine's. */
public final class ByteSourceHost implements AutoCloseable {

    private final PluginInstance instance;
    private final ByteSourceGuest guest;
    private long bytesRead;

    private ByteSourceHost(PluginSetup setup, PluginInstance instance) {
        this.instance = instance;
        this.guest = instance.byteSource();
        instance.call(
                "initialising",
                () -> {
                    guest.init(setup.level(), setup.configuration());
                    return true;
                });
    }

    /**
     * Instantiates and initialises a byte source.
     *
     * @throws dev.tamias.model.TamiasException where it cannot start or refuses its configuration
     */
    public static ByteSourceHost open(PluginSetup setup) {
        PluginInstance instance = PluginInstance.of(setup);
        try {
            return new ByteSourceHost(setup, instance);
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /** Up to {@code wanted} bytes; see {@link ByteSourceGuest#read}. */
    public byte[] read(long wanted) {
        instance.at(OptionalLong.of(bytesRead));
        byte[] bytes = instance.call("reading", () -> guest.read(wanted));
        bytesRead += bytes.length;
        return bytes;
    }

    @Override
    public void close() {
        instance.close();
    }
}
