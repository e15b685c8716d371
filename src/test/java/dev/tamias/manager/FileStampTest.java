package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileStampTest {

    private static final FileStamp STAMP = new FileStamp(1, "now");

    @Test
    void stamps_are_equal_where_size_and_time_are() {
        assertThat(new FileStamp(1, "now")).isEqualTo(STAMP).hasSameHashCodeAs(STAMP);
        assertThat(STAMP).isNotEqualTo(new FileStamp(2, "now"));
        assertThat(STAMP).isNotEqualTo(new FileStamp(1, "then")).isNotEqualTo(null);
    }

    @Test
    void what_is_known_of_a_plugin_is_equal_where_all_of_it_is() {
        Verdict verdict = new Verdict("ab", null, List.of());
        PluginCache.Cached cached = new PluginCache.Cached(STAMP, verdict, "cd", null);
        assertThat(new PluginCache.Cached(new FileStamp(1, "now"), verdict, "cd", null))
                .isEqualTo(cached)
                .hasSameHashCodeAs(cached);
        assertThat(
                        List.of(
                                new PluginCache.Cached(null, verdict, "cd", null),
                                new PluginCache.Cached(STAMP, null, "cd", null),
                                new PluginCache.Cached(STAMP, verdict, "", null),
                                new PluginCache.Cached(
                                        STAMP, verdict, "cd", PluginMetadata.bad("x", "y"))))
                .doesNotContain(cached);
    }
}
