package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A plugin that was removed and can still be put back. */
public final class PluginRemoval {

    private final Path root;
    private final Path place;
    private final Path taken;
    private final Runnable after;

    PluginRemoval(Path root, Path place, Path taken, Runnable after) {
        this.root = root;
        this.place = place;
        this.taken = taken;
        this.after = after;
    }

    /** Where the plugin was. */
    public Path place() {
        return place;
    }

    /** Where its directory is kept. */
    public Path kept() {
        return taken;
    }

    /**
     * Puts it back.
     *
     * @throws HostException where its place is taken by now, or what was kept is gone
     */
    public void undo() {
        try {
            DirectoryLock.hold(root, this::putBack);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
        after.run();
    }

    private Path putBack() throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw failed("there is another plugin in its place", null);
        }
        return Files.move(taken, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private HostException failed(String reason, @Nullable IOException cause) {
        return new HostException(
                Trouble.PLUGIN_FILES,
                "\"" + place + "\" cannot be put back: " + reason + ".",
                cause);
    }
}
