package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternNameTest {

    /**
     * @return the name that is found, or null
     */
    private static String find(String wanted, String... offered) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String each : offered) {
            named.put(each, each);
        }
        return ExternName.find(named, wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "a:b/c@0.2.6, a:b/c@0.2.0",
        "a:b/c@0.2.0, a:b/c@0.2.6",
        "a:b/c@1.0.0, a:b/c@1.9.3",
        "a:b/c@1.9.3, a:b/c@1.0.0",
        "a:b/c@2.1.2+build, a:b/c@2.0.0",
        "a:b/c@0.2, a:b/c@0.2.6",
        "a:b/c@0.2.6, a:b/c@0.2",
        "a:b/c@3, a:b/c@3.1.4",
        "a:b/c@0.0.1, a:b/c@0.0.1"
    })
    void versions_of_one_track_serve_each_other(String wanted, String offered) {
        assertThat(find(wanted, offered)).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({
        "a:b/c@0.2.0, a:b/c@0.3.0",
        "a:b/c@1.0.0, a:b/c@2.0.0",
        "a:b/c@0.0.1, a:b/c@0.0.2",
        "a:b/c@0.2.0, a:b/c@0.2.0-rc.1",
        "a:b/c@0.2.0-rc.1, a:b/c@0.2.0",
        "a:b/c@1.0.0-rc.1, a:b/c@1.0.0-rc.2",
        "a:b/c@1.0.0, a:b/c",
        "a:b/c, a:b/c@1.0.0",
        "a:b/c@1.0.0, a:b/d@1.0.0",
        "a:b/c@1.0.0, x:b/c@1.0.0"
    })
    void other_versions_and_names_do_not(String wanted, String offered) {
        assertThat(find(wanted, offered)).isNull();
    }

    @Test
    void a_pre_release_serves_itself() {
        assertThat(find("a:b/c@1.0.0-rc.1", "a:b/c@1.0.0-rc.1")).isEqualTo("a:b/c@1.0.0-rc.1");
    }

    @Test
    void the_exact_name_wins_over_newer_ones() {
        assertThat(find("a:b/c@0.2.1", "a:b/c@0.2.3", "a:b/c@0.2.1")).isEqualTo("a:b/c@0.2.1");
    }

    @Test
    void the_newest_wins_whatever_the_order() {
        assertThat(find("a:b/c@0.2.0", "a:b/c@0.2.9", "a:b/c@0.2.10", "a:b/c@0.2.2"))
                .isEqualTo("a:b/c@0.2.10");
        assertThat(find("a:b/c@0.2.4", "a:b/c@0.2", "a:b/c@0.2.1")).isEqualTo("a:b/c@0.2.1");
        assertThat(find("a:b/c@0.2.4", "a:b/c@0.2.1", "a:b/c@0.2")).isEqualTo("a:b/c@0.2.1");
    }
}
