package dev.tamias.host;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.GuestText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value for every item of a schema, in the schema's order: what the user set, else the default. A
 * plugin may refuse ids that it does not know and miss those that are left out, so neither happens.
 */
public record Configuration(Map<String, ConfigValue> values) {

    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The configuration of a plugin.
     *
     * @param set Java values by id: a Boolean, a Number, a text, a path, or a collection of paths, or
     *     a text that states one, as the item's type needs
     * @throws dev.tamias.model.HostException naming plugin, item and what would be right
     */
    public static Configuration of(String plugin, ConfigSchema schema, Map<String, Object> set) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (ConfigSchema.Item item : schema.items()) {
            Object value = set.get(item.id());
            values.put(
                    item.id(),
                    value == null
                            ? item.input().initial()
                            : new ConfigReader(plugin, item).read(value));
        }
        for (String id : set.keySet()) {
            if (!values.containsKey(id)) {
                throw ConfigReader.unknown(plugin, id, schema);
            }
        }
        return new Configuration(values);
    }

    /**
     * The values as JSON knows them, by id, in the schema's order; {@link #of} makes the same configuration
     * of them again.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((id, value) -> plain.put(id, value.plain()));
        return plain;
    }

    /** A sentence for a message: what the plugin was given. */
    String told() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue().text())
                        .map(GuestText::oneLine)
                        .collect(Collectors.joining(", ", " It was given ", "."));
    }
}
