package dev.tamias.host;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Path;

/** A directory that one plugin instance may write to, gone when the instance is closed. */
final class TempDirectory implements AutoCloseable {

    /** The name by which the plugin opens it: no path of the host's is told. */
    static final String GUEST_NAME = "/tamias-temp";

    private final Path path;

    private TempDirectory(Path path) {
        this.path = path;
    }

    static TempDirectory create() {
        try {
            return new TempDirectory(TempHome.directory());
        } catch (IOException e) {
            throw new HostException(
                    Trouble.SANDBOX,
                    "A temporary directory for a plugin cannot be made: " + e.getMessage() + ".",
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            TempHome.delete(path);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.SANDBOX,
                    "The temporary directory \""
                            + path
                            + "\" cannot be removed: "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }
}
