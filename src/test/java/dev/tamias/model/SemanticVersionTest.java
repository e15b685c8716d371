package dev.tamias.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1",
        "10.0.0, 10",
        "0.2.6, 0.2",
        "0.2.0, 0.2",
        "0.0.7, 0.0.7",
        "1.0.0-rc.1, 1.0.0-rc.1",
        "1.4.0+build, 1"
    })
    void releases_are_compatible_within_a_track(String version, String track) {
        assertThat(SemanticVersion.parse(version))
                .map(SemanticVersion::compatibilityTrack)
                .contains(track);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "1.2.3.4", "01.2.3", "a.b.c", "1.2.-3", "1.2.3-"})
    void other_texts_are_no_versions(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }
}
