package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final ConfigSchema SCHEMA =
            new ConfigSchema(
                    List.of(
                            item("flag", new ConfigSchema.BooleanInput(true)),
                            item("count", new ConfigSchema.IntegerInput(7)),
                            item("ratio", new ConfigSchema.FloatInput(0.5f)),
                            item("text", new ConfigSchema.TextInput("t")),
                            item("dirs", new ConfigSchema.DirectoriesInput()),
                            item("files", new ConfigSchema.FilesInput(List.of("xml"))),
                            item(
                                    "choice",
                                    new ConfigSchema.DropdownInput(List.of("a", "b"), "zzz"))));

    private static ConfigSchema.Item item(String id, ConfigSchema.Input input) {
        return new ConfigSchema.Item(id, id, "", input);
    }

    private static Configuration set(String id, Object value) {
        return Configuration.of("p", SCHEMA, Map.of(id, value));
    }

    @Test
    void every_item_gets_its_default_in_the_schemas_order() {
        Configuration configuration = Configuration.of("p", SCHEMA, Map.of());

        assertThat(configuration.values().keySet())
                .containsExactly("flag", "count", "ratio", "text", "dirs", "files", "choice");
        assertThat(configuration.values().values())
                .containsExactly(
                        new ConfigValue.Bool(true),
                        new ConfigValue.Int(7),
                        new ConfigValue.Float32(0.5f),
                        new ConfigValue.Text("t"),
                        new ConfigValue.Directories(List.of()),
                        new ConfigValue.Files(List.of()),
                        new ConfigValue.Dropdown("a"));
    }

    @Test
    void values_may_be_java_values_or_texts(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("model.XML"));

        assertThat(set("flag", "false").values())
                .containsEntry("flag", new ConfigValue.Bool(false));
        assertThat(set("count", "-3").values()).containsEntry("count", new ConfigValue.Int(-3));
        assertThat(set("ratio", 2).values()).containsEntry("ratio", new ConfigValue.Float32(2));
        assertThat(set("files", file).values())
                .containsEntry("files", new ConfigValue.Files(List.of(file)));
        assertThat(set("files", List.of(file.toString())).values())
                .containsEntry("files", new ConfigValue.Files(List.of(file)));
        assertThat(set("dirs", directory.toFile()).values())
                .containsEntry("dirs", new ConfigValue.Directories(List.of(directory)));
    }

    @Test
    void a_wrong_value_names_plugin_item_and_what_would_be_right(@TempDir Path directory) {
        assertThatThrownBy(() -> set("count", 1.5))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("\"count\" of plugin \"p\" takes a whole number")
                .hasMessageContaining("\"1.5\"");
        assertThatThrownBy(() -> set("flag", 1)).hasMessageContaining("true or false");
        assertThatThrownBy(() -> set("choice", "c")).hasMessageContaining("one of a, b");
        assertThatThrownBy(() -> set("files", directory.resolve("no.xml")))
                .hasMessageContaining("files that exist");
        assertThatThrownBy(() -> set("dirs", directory.resolve("no")))
                .hasMessageContaining("directories that exist");
        assertThatThrownBy(() -> set("colour", 1))
                .hasMessageContaining("no configuration item \"colour\"")
                .hasMessageContaining("flag, count, ratio, text, dirs, files, choice");
    }

    @Test
    void a_file_of_another_kind_is_refused(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("model.json"));

        assertThatThrownBy(() -> set("files", file)).hasMessageContaining("files ending in xml");
    }

    @Test
    void a_slip_of_the_pen_is_recognised() {
        assertThatThrownBy(() -> set("cuont", 1))
                .hasMessageContaining("item \"cuont\" (did you mean \"count\"?); it knows");
        assertThatThrownBy(() -> set("Files", "x"))
                .hasMessageContaining("(did you mean \"files\"?)");
        assertThatThrownBy(() -> set("zzzzzz", 1)).message().doesNotContain("did you mean");
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("ab", "ba")).isEqualTo(1);
        assertThat(Spelling.hint("comon", List.of("common", "json")))
                .isEqualTo(" (did you mean \"common\"?)");
    }

    @Test
    void a_configuration_becomes_json_and_is_read_again(@TempDir Path directory)
            throws IOException {
        Path file = Files.createFile(directory.resolve("a.xml"));
        Map<String, Object> given =
                Map.of(
                        "flag",
                        false,
                        "count",
                        -5,
                        "ratio",
                        0.1f,
                        "text",
                        "two\nlines \"quoted\"",
                        "dirs",
                        directory,
                        "files",
                        List.of(file),
                        "choice",
                        "b");
        Configuration configuration = Configuration.of("p", SCHEMA, given);

        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(configuration.toMap());
        Map<String, Object> read = json.readValue(written, new TypeReference<>() {});

        assertThat(written).startsWith("{\"flag\":false,\"count\":-5,\"ratio\":0.1,\"text\":\"two");
        assertThat(Configuration.of("p", SCHEMA, read)).isEqualTo(configuration);
        Configuration infinite = set("ratio", Float.NEGATIVE_INFINITY);
        assertThat(Configuration.of("p", SCHEMA, infinite.toMap())).isEqualTo(infinite);
    }
}
