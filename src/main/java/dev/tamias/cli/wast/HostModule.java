package dev.tamias.cli.wast;

import dev.tamias.engine.binary.CoreBinary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Core modules of the host that scripts import: resources beside this class, with their text. */
final class HostModule {

    private HostModule() {}

    /** The module in that resource. */
    static CoreBinary of(String resource) {
        try (InputStream in = HostModule.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + resource);
            }
            return CoreBinary.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
