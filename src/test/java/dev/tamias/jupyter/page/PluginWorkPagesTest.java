package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.Plugins;
import dev.tamias.check.Aspect;
import dev.tamias.check.CheckReport;
import dev.tamias.check.Finding;
import dev.tamias.component.Component;
import dev.tamias.model.PluginType;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people look at who write a plugin, as pages. */
class PluginWorkPagesTest {

    @Test
    void a_report_marks_its_defects_and_says_what_to_do() {
        List<Finding> findings =
                List.of(
                        new Finding(Aspect.COLUMNS, Finding.Kind.GOOD, "3 rows.", ""),
                        new Finding(Aspect.TAIL, Finding.Kind.DEFECT, "It loses.", "Keep it."));
        String page = CheckPage.of(new CheckReport("mine", "parser", "here", "a log", 1, findings));
        Document document = Pages.harmless(page);
        assertThat(document.select(".top").text()).isEqualTo("1 defect: parser \"mine\"");
        assertThat(document.select(".check tr")).hasSize(3);
        assertThat(document.select(".check .warning").eachText()).containsExactly("It loses.");
        assertThat(document.select(".check small").text()).isEqualTo("→ Keep it.");
    }

    @Test
    void a_report_of_a_hostile_plugin_is_harmless_and_bounded() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            String said = Pages.hostile(i);
            findings.add(new Finding(Aspect.ERRORS, Finding.Kind.DEFECT, said, said));
        }
        for (String each : Pages.hostile()) {
            Document document =
                    Pages.harmless(
                            CheckPage.of(new CheckReport(each, each, each, each, 1, findings)));
            assertThat(document.select(".check tr")).hasSize(201);
            assertThat(document.text()).contains("50 more findings");
        }
    }

    @Test
    void a_component_is_shown_by_its_world() {
        Component fields = Plugins.scan().plugin(PluginType.PARSER, "fields").component();
        Document document = Pages.harmless(ComponentPage.of(fields));
        assertThat(document.select("pre").text())
                .contains("import chipmunk:shared/logging@0.1.0: instance {")
                .contains("get-version: func() -> version");
    }
}
