package dev.tamias.check;

import dev.tamias.host.Configuration;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.source.BinaryByteSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a parser accepts and refuses, and whether its defaults are what it declares. */
final class ConfigurationCheck {

    private static final int MOST_OPTIONS = 20;
    private static final int LONG_TEXT = 10_000;
    private static final int LONGEST_SHOWN = 24;

    private final Subject subject;
    private final byte[] input;
    private final Outcome usual;

    /** @param usual what the parser makes of the input with its settings */
    ConfigurationCheck(Subject subject, byte[] input, Outcome usual) {
        this.subject = subject;
        this.input = input;
        this.usual = usual;
    }

    void run(List<Finding> findings) {
        List<ConfigSchema.Item> items = subject.info().schema().items();
        if (items.isEmpty()) {
            findings.add(Finding.good(Aspect.CONFIGURATION, "There is nothing to configure."));
            return;
        }
        try (SampleFiles files = SampleFiles.create()) {
            items.forEach(item -> findings.add(item(item, files)));
        }
        items.forEach(item -> dropdown(item, findings));
        findings.add(leftOut());
    }

    private Outcome run(Map<String, ConfigValue> values) {
        return subject.run(BinaryByteSource.of(input), new Configuration(values));
    }

    private Finding item(ConfigSchema.Item item, SampleFiles files) {
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        boolean matters = false;
        for (ConfigValue value : values(item.input(), files)) {
            Map<String, ConfigValue> values = new LinkedHashMap<>(subject.configuration().values());
            values.put(item.id(), value);
            Outcome outcome = run(values);
            if (outcome.isFault()) {
                return Finding.defect(
                        Aspect.CONFIGURATION,
                        "With "
                                + item.id()
                                + " = "
                                + shown(value)
                                + " it breaks: "
                                + outcome.said(),
                        "Refuse in init what cannot be used, and say why.");
            }
            (outcome.summary() == null ? refused : accepted).add(shown(value));
            matters |= Row.difference(usual.rows(), outcome.rows()) != null;
        }
        return Finding.good(
                Aspect.CONFIGURATION,
                item.id()
                        + " ("
                        + item.input().title()
                        + ", default "
                        + shown(item.input().initial())
                        + "): accepts "
                        + listed(accepted)
                        + "; refuses "
                        + listed(refused)
                        + (matters ? "." : ". None of them changed a row of this input."));
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }

    private static String shown(ConfigValue value) {
        // The paths are those of a directory that is gone when the report is read.
        if (value instanceof ConfigValue.Files given) {
            return counted(given.paths().size(), "file", "files");
        }
        if (value instanceof ConfigValue.Directories given) {
            return counted(given.paths().size(), "directory", "directories");
        }
        String text = value.text();
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + " characters)";
    }

    private static String counted(int count, String one, String more) {
        return count == 0 ? "no " + one : count + " " + (count == 1 ? one : more);
    }

    /** Values that a user may set: ordinary ones, and those at the edges. */
    static List<ConfigValue> values(ConfigSchema.Input input, SampleFiles files) {
        List<ConfigValue> values = new ArrayList<>();
        if (input instanceof ConfigSchema.BooleanInput) {
            values.add(new ConfigValue.Bool(true));
            values.add(new ConfigValue.Bool(false));
        } else if (input instanceof ConfigSchema.IntegerInput) {
            for (int each : new int[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                values.add(new ConfigValue.Int(each));
            }
        } else if (input instanceof ConfigSchema.FloatInput) {
            for (float each : new float[] {0, 1, -1, Float.MAX_VALUE}) {
                values.add(new ConfigValue.Float32(each));
            }
        } else if (input instanceof ConfigSchema.TextInput text) {
            for (String each : texts(text.value())) {
                values.add(new ConfigValue.Text(each));
            }
        } else if (input instanceof ConfigSchema.DropdownInput dropdown) {
            dropdown.options().stream()
                    .limit(MOST_OPTIONS)
                    .forEach(each -> values.add(new ConfigValue.Dropdown(each)));
        } else if (input instanceof ConfigSchema.FilesInput asked) {
            String extension = asked.extensions().isEmpty() ? "" : asked.extensions().get(0);
            Path one = files.file("one", extension);
            for (List<Path> each : upToTwo(one, files.file("two", extension))) {
                values.add(new ConfigValue.Files(each));
            }
        } else if (input instanceof ConfigSchema.DirectoriesInput) {
            for (List<Path> each : upToTwo(files.directory("three"), files.directory("four"))) {
                values.add(new ConfigValue.Directories(each));
            }
        }
        return values;
    }

    private static List<List<Path>> upToTwo(Path one, Path two) {
        return List.of(List.of(), List.of(one), List.of(one, two));
    }

    private static Set<String> texts(String initial) {
        return new LinkedHashSet<>(
                java.util.Arrays.asList(initial, "", " ", "x", "(é", "y".repeat(LONG_TEXT)));
    }

    private static void dropdown(ConfigSchema.Item item, List<Finding> findings) {
        if (item.input() instanceof ConfigSchema.DropdownInput input
                && !input.options().contains(input.value())) {
            findings.add(
                    Finding.defect(
                            Aspect.CONFIGURATION,
                            "The default \""
                                    + input.value()
                                    + "\" of "
                                    + item.id()
                                    + " is none of its options.",
                            "Declare one of the options as the default."));
        }
    }

    /** An item that is left out has its default: the one that was declared. */
    private Finding leftOut() {
        if (!subject.settings().isEmpty()) {
            return Finding.unchecked(
                    Aspect.CONFIGURATION, "Defaults are not compared where items are set.", "");
        }
        Outcome outcome = run(Map.of());
        if (outcome.isFault()) {
            return Finding.defect(
                    Aspect.CONFIGURATION,
                    "With no items at all it breaks: " + outcome.said(),
                    "Take the declared default of an item that is missing, or refuse in init.");
        }
        if (outcome.summary() == null) {
            return Finding.note(
                    Aspect.CONFIGURATION,
                    "It refuses a configuration without its items: " + outcome.said());
        }
        String difference = Row.difference(usual.rows(), outcome.rows());
        return difference == null
                ? Finding.good(
                        Aspect.CONFIGURATION,
                        "Items that are left out have their declared defaults.")
                : Finding.defect(
                        Aspect.CONFIGURATION,
                        "The defaults that it declares are not those it uses: where its items are left"
                                + " out, "
                                + difference
                                + ".",
                        "Take both from one place in the source.");
    }
}
