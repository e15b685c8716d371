package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporaryQuotaTest {

    @ParameterizedTest
    @CsvSource({"0, 1000000, temporaryEntries", "10, 4095, temporaryBytes"})
    void a_plugin_whose_temporary_directory_is_full_finds_the_limit_in_its_log(
            int entries, long bytes, String limit) {
        Limits limits = Limits.defaults().withTemporaryEntries(entries).withTemporaryBytes(bytes);
        try (Engine engine = Engine.builder().compiling(false).limits(limits).build()) {
            HostedPlugins plugins = new HostedPlugins(engine);
            PluginSetup setup = plugins.faulty("temp");

            assertThat(plugins.parse(setup)).noneMatch(row -> row.contains(": ok"));

            assertThat(setup.log().entries())
                    .filteredOn(entry -> entry.kind() == RunLog.Kind.SESSION)
                    .singleElement()
                    .extracting(RunLog.Entry::text)
                    .asString()
                    .endsWith("(limit " + limit + ")");
        }
    }
}
