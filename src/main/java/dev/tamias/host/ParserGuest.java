package dev.tamias.host;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import org.jspecify.annotations.Nullable;

/** The calls that a parser plugin answers, in the words of the model. */
public interface ParserGuest {

    SemanticVersion version();

    ConfigSchema schema();

    RenderOptions renderOptions();

    /**
     * Initialises the instance, once.
     *
     * @throws dev.tamias.model.InitException with the plugin's own words where it refuses
     */
    void init(LogLevel level, Configuration configuration);

    /**
     * Parses {@code length} bytes of {@code data} from {@code from} on.
     *
     * @param timestamp milliseconds since 1970, where the source knows
     * @param sink gets the items in their order, as they are decoded
     */
    ParseReply parse(byte[] data, int from, int length, @Nullable Long timestamp, ItemSink sink);
}
