package dev.tamias.manager;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.host.PluginProbe;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that a scan found. Nothing is read before it is asked for; its binary is read once, and what
 * it says of itself is asked once. Safe to use from any thread.
 */
public final class PluginEntry {

    private final String name;
    private final PluginType type;
    private final PluginFiles files;
    private final Engine engine;
    private @Nullable Component component;
    private @Nullable PluginInfo info;
    private @Nullable PluginMetadata metadata;
    private @Nullable TamiasException failure;

    PluginEntry(String name, PluginType type, PluginFiles files, Engine engine) {
        this.name = name;
        this.type = type;
        this.files = files;
        this.engine = engine;
    }

    public String name() {
        return name;
    }

    public PluginType type() {
        return type;
    }

    /** Where it was found: a path, or that it is bundled. */
    public String origin() {
        return files.origin();
    }

    /** Its title, description and hints. */
    public synchronized PluginMetadata metadata() {
        if (metadata == null) {
            metadata = PluginMetadata.of(name, files.text(name + ".toml"));
        }
        return metadata;
    }

    /** Its README, where it has one. */
    public Optional<String> readme() {
        return files.text("README.md");
    }

    /** What is known so far. */
    public synchronized PluginState state() {
        if (failure != null) {
            return PluginState.INVALID;
        }
        return info == null ? PluginState.DISCOVERED : PluginState.VALID;
    }

    /** Why it cannot be used, where that is so. */
    public synchronized Optional<TamiasException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * The plugin's component.
     *
     * @throws TamiasException where the binary is none
     */
    public synchronized Component component() {
        if (component == null) {
            component = PluginProbe.load(name, engine, files.binary());
        }
        return component;
    }

    /**
     * What the plugin says of itself: asked of an instance to which nothing is granted.
     *
     * @throws TamiasException where it is no plugin of this type or fails while it is asked
     */
    public synchronized PluginInfo info() {
        if (info == null) {
            try {
                info = PluginProbe.info(name, type, engine, component());
                failure = null;
            } catch (TamiasException e) {
                failure = e;
                throw e;
            }
        }
        return info;
    }

    @Override
    public String toString() {
        return type.title() + " \"" + name + "\" (" + origin() + ")";
    }
}
