package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.SemanticVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The seam between hosts and versions of the plugin interface. */
class PluginApiTest {

    private final Engine engine = Engine.builder().build();
    private final HostedPlugins plugins = new HostedPlugins(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void a_version_of_other_shapes_is_a_package_and_a_line_among_the_services() {
        PluginInfo info = plugins.info("made-up", PluginType.PARSER);
        PluginSetup setup = plugins.parser("made-up");

        assertThat(info.apiVersion()).isEqualTo(new SemanticVersion(0, 7, 0));
        assertThat(info.version()).isEqualTo(new SemanticVersion(3, 2, 1));
        assertThat(plugins.parse(setup, "one\n!two\nthr".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("[INFO, one]", "[ERROR, two]");
        assertThat(setup.log().entries()).extracting(RunLog.Entry::text).containsExactly("started");
    }

    @Test
    void a_later_patch_is_linked_with_its_imports_and_type_only_instances() {
        PluginInfo info = plugins.info("later-patch", PluginType.PARSER);
        PluginSetup setup = plugins.parser("later-patch");

        assertThat(info.apiVersion()).isEqualTo(new SemanticVersion(0, 1, 3));
        assertThat(setup.component().imports().keySet())
                .contains("chipmunk:parser/parse-types@0.1.3", "chipmunk:shared/logging@0.1.3");
        assertThat(plugins.parse(setup)).containsExactly("null");
        assertThat(setup.log().entries()).extracting(RunLog.Entry::text).containsExactly("parsing");
    }

    @Test
    void a_version_that_no_package_knows_is_refused_by_those_there_are() {
        assertThatThrownBy(() -> plugins.parser("other-version"))
                .hasMessageContaining("version 0.2.0 of chipmunk:parser/parser")
                .hasMessageContaining("0.1.x")
                .hasMessageContaining("0.7.x");
    }
}
