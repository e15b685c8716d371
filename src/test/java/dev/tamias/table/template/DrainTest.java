package dev.tamias.table.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected groups are drain3's own: {@code src/test/templates/groups-of-drain3.py} wrote them. */
class DrainTest {

    @ParameterizedTest
    @ValueSource(strings = {"server", "server-masked", "words", "words-plain", "odd"})
    void groups_and_templates_are_those_of_drain3(String set) throws IOException {
        String directory =
                System.getProperty("tamias.templates", "src/test/resources/data/templates");
        JsonNode golden = new ObjectMapper().readTree(new File(directory, set + ".json"));
        Drain drain = new Drain(settings(golden.get("settings")));

        List<Integer> groups = new ArrayList<>();
        golden.get("messages").forEach(message -> groups.add(drain.add(message.asText())));

        assertThat(groups).isEqualTo(list(golden.get("groups")).map(JsonNode::asInt).toList());
        List<String> templates = new ArrayList<>();
        for (int i = 0; i < drain.groups(); i++) {
            templates.add(drain.template(i));
        }
        assertThat(templates)
                .isEqualTo(list(golden.get("templates")).map(JsonNode::asText).toList());
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static DrainSettings settings(JsonNode json) {
        DrainSettings settings =
                DrainSettings.defaults()
                        .withDepth(json.get("depth").asInt())
                        .withSimilarity(json.get("similarity").asDouble())
                        .withMaxChildren(json.get("maxChildren").asInt())
                        .withNumbersAreParameters(json.get("numbersAreParameters").asBoolean())
                        .withExtraDelimiters(
                                list(json.get("extraDelimiters"))
                                        .map(JsonNode::asText)
                                        .toArray(String[]::new));
        for (JsonNode mask : json.get("masks")) {
            settings = settings.withMask(mask.get(0).asText(), mask.get(1).asText());
        }
        return settings;
    }

    @Test
    void the_first_message_of_a_group_is_its_template_until_another_differs() {
        Drain drain = new Drain(DrainSettings.defaults());

        assertThat(drain.add("worker started in 7 ms")).isZero();
        assertThat(drain.template(0)).isEqualTo("worker started in 7 ms");
        assertThat(drain.add("  worker started in\t12 ms ")).isZero();
        assertThat(drain.template(0)).isEqualTo("worker started in <*> ms");
        assertThat(drain.add("worker stopped")).isEqualTo(1);
        assertThat(drain.size(0)).isEqualTo(2);
        assertThat(drain.groups()).isEqualTo(2);
    }

    @Test
    void common_masks_name_what_they_hide() {
        Drain drain = new Drain(DrainSettings.defaults().withCommonMasks());

        drain.add("id 123e4567-e89b-12d3-a456-426614174000 at 10.0.0.1:80 is 0xff or -12, not a1");

        assertThat(drain.template(0))
                .isEqualTo("id <UUID> at <IP>:<NUM> is <HEX> or <NUM>, not a1");
    }

    @Test
    void a_mask_may_hold_signs_that_replacements_know() {
        Drain drain = new Drain(DrainSettings.defaults().withMask("\\d+", "$1\\"));

        drain.add("n 1");

        assertThat(drain.template(0)).isEqualTo("n <$1\\>");
    }

    @Test
    void a_tree_has_three_levels_at_least() {
        assertThatThrownBy(() -> DrainSettings.defaults().withDepth(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3");
    }
}
