package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The report of {@code plugins check} in each of its forms, as another program sees it. */
class PluginReportTest {

    private static final String DEFECTIVE =
            "src/test/resources/plugins/defective-title/defective-title.wasm";
    private static final String SOUND =
            "src/test/resources/plugins/defective-sound/defective-sound.wasm";

    private static TamiasProcess.Ended check(String plugin, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("plugins", "check", plugin));
        words.addAll(List.of(options));
        return TamiasProcess.run(words.toArray(String[]::new));
    }

    @Test
    void a_defect_is_an_exit_code_of_1() throws Exception {
        TamiasProcess.Ended text = check(DEFECTIVE, "--format", "text");
        assertThat(text.exit()).isEqualTo(1);
        assertThat(text.out())
                .contains("\"name\" where Chipmunk reads \"title\"")
                .endsWith("\n1 defect\n");
    }

    @Test
    void json_has_every_finding_with_its_remedy() throws Exception {
        TamiasProcess.Ended json = check(DEFECTIVE, "--format", "json", "--seed", "7");
        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(json.exit()).isEqualTo(1);
        assertThat(report.path("plugin").asText()).isEqualTo("defective-title");
        assertThat(report.path("type").asText()).isEqualTo("parser");
        assertThat(report.path("seed").asLong()).isEqualTo(7);
        assertThat(report.path("defects").asInt()).isEqualTo(1);
        JsonNode defect =
                StreamSupport.stream(report.path("findings").spliterator(), false)
                        .filter(each -> each.path("kind").asText().equals("defect"))
                        .findFirst()
                        .orElseThrow();
        assertThat(defect.path("aspect").asText()).isEqualTo("files");
        assertThat(defect.path("remedy").asText()).contains("title = ");
    }

    @Test
    void html_is_a_whole_page() throws Exception {
        TamiasProcess.Ended html =
                check(
                        SOUND,
                        "--format",
                        "html",
                        "--input",
                        "src/main/resources/dev/tamias/samples/access.log",
                        "--set",
                        "separator=:");
        assertThat(html.exit()).isZero();
        assertThat(html.out())
                .startsWith("<!DOCTYPE html>")
                .contains("no defect", "access.log", "determinism")
                .endsWith("</html>\n");
    }
}
