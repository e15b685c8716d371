package dev.tamias.cli;

import dev.tamias.model.ConfigValue;

/** A configuration value as {@code --set} takes it. */
final class ConfigText {

    private ConfigText() {}

    static Object of(ConfigValue value) {
        if (value instanceof ConfigValue.Bool bool) {
            return bool.value();
        }
        if (value instanceof ConfigValue.Int number) {
            return number.value();
        }
        if (value instanceof ConfigValue.Float32 number) {
            return number.value();
        }
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        if (value instanceof ConfigValue.Dropdown option) {
            return option.value();
        }
        return value instanceof ConfigValue.Files files
                ? files.paths()
                : ((ConfigValue.Directories) value).paths();
    }
}
