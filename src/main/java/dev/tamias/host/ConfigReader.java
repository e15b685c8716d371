package dev.tamias.host;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Turns a Java value into the value that one configuration item takes, or says why it cannot. */
final class ConfigReader {

    private final String plugin;
    private final ConfigSchema.Item item;

    ConfigReader(String plugin, ConfigSchema.Item item) {
        this.plugin = plugin;
        this.item = item;
    }

    static HostException unknown(String plugin, String id, ConfigSchema schema) {
        List<String> ids = schema.items().stream().map(ConfigSchema.Item::id).toList();
        String known = ids.isEmpty() ? "it has no configuration" : "it knows " + schema.ids();
        return new HostException(
                Trouble.CONFIGURATION,
                "Plugin \""
                        + plugin
                        + "\" has no configuration item \""
                        + id
                        + "\""
                        + Spelling.hint(id, ids)
                        + "; "
                        + known
                        + ".");
    }

    ConfigValue read(Object value) {
        ConfigSchema.Input input = item.input();
        if (input instanceof ConfigSchema.BooleanInput) {
            return new ConfigValue.Bool(bool(value));
        }
        if (input instanceof ConfigSchema.IntegerInput) {
            return new ConfigValue.Int(integer(value));
        }
        if (input instanceof ConfigSchema.FloatInput) {
            return new ConfigValue.Float32(decimal(value));
        }
        if (input instanceof ConfigSchema.TextInput) {
            return new ConfigValue.Text(value.toString());
        }
        if (input instanceof ConfigSchema.DirectoriesInput) {
            return new ConfigValue.Directories(directories(value));
        }
        if (input instanceof ConfigSchema.FilesInput files) {
            return new ConfigValue.Files(files(value, files.extensions()));
        }
        return new ConfigValue.Dropdown(
                option(value, ((ConfigSchema.DropdownInput) input).options()));
    }

    private HostException wrong(Object value, String wanted) {
        return wrong(value, wanted, "");
    }

    private HostException wrong(Object value, String wanted, String hint) {
        return new HostException(
                Trouble.CONFIGURATION,
                "Configuration item \""
                        + item.id()
                        + "\" of plugin \""
                        + plugin
                        + "\" takes "
                        + wanted
                        + ", and was given \""
                        + value
                        + "\""
                        + hint
                        + ".");
    }

    private boolean bool(Object value) {
        String text = value.toString().toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrong(value, "true or false");
    }

    private int integer(Object value) {
        try {
            return Integer.parseInt(value.toString().trim());
        } catch (NumberFormatException e) {
            throw wrong(
                    value, "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
    }

    private float decimal(Object value) {
        try {
            return Float.parseFloat(value.toString().trim());
        } catch (NumberFormatException e) {
            throw wrong(value, "a number");
        }
    }

    private String option(Object value, List<String> options) {
        if (!options.isEmpty() && !options.contains(value.toString())) {
            throw wrong(
                    value,
                    "one of " + String.join(", ", options),
                    Spelling.hint(value.toString(), options));
        }
        return value.toString();
    }

    private List<Path> directories(Object value) {
        List<Path> paths = paths(value);
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                throw wrong(path, "directories that exist");
            }
        }
        return paths;
    }

    private List<Path> files(Object value, List<String> extensions) {
        List<Path> paths = paths(value);
        for (Path path : paths) {
            if (!Files.isRegularFile(path)) {
                throw wrong(path, "files that exist");
            }
            if (!extensions.isEmpty()
                    && extensions.stream().noneMatch(each -> endsWith(path, each))) {
                throw wrong(path, "files ending in " + String.join(", ", extensions));
            }
        }
        return paths;
    }

    private static boolean endsWith(Path path, String extension) {
        String suffix = extension.startsWith(".") ? extension : "." + extension;
        return path.toString().toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
    }

    private List<Path> paths(Object value) {
        Collection<?> given = value instanceof Collection<?> many ? many : List.of(value);
        List<Path> paths = new ArrayList<>();
        for (Object each : given) {
            try {
                Path path =
                        each instanceof File file
                                ? file.toPath()
                                : each instanceof Path known ? known : Path.of(each.toString());
                paths.add(path.toAbsolutePath().normalize());
            } catch (InvalidPathException e) {
                throw wrong(each, "paths");
            }
        }
        return paths;
    }
}
