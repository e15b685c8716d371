package dev.tamias.model;

/**
 * What a plugin says of itself before it is initialised.
 *
 * @param apiVersion the version of the interface it exports
 * @param version its own version
 * @param renderOptions as given before {@code init}; {@link RenderOptions#PLAIN} for a byte source
 */
public record PluginInfo(
        PluginType type,
        SemanticVersion apiVersion,
        SemanticVersion version,
        ConfigSchema schema,
        RenderOptions renderOptions) {}
