package dev.tamias.host;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;

/** The calls that a byte-source plugin answers, in the words of the model. */
public interface ByteSourceGuest {

    SemanticVersion version();

    ConfigSchema schema();

    /**
     * Initialises the instance, once.
     *
     * @throws dev.tamias.model.InitException with the plugin's own words where it refuses
     */
    void init(LogLevel level, Configuration configuration);

    /**
     * Up to {@code wanted} bytes, or more where the plugin gives more; empty where it has none now.
     *
     * @throws dev.tamias.model.SourceException with the plugin's own words where it fails
     */
    byte[] read(long wanted);
}
