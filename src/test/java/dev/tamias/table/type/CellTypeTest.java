package dev.tamias.table.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types as they are written in a plugin's toml. */
class CellTypeTest {

    static Stream<CellType> types() {
        return Stream.of(
                CellType.integer(),
                CellType.floating(),
                CellType.bool(),
                CellType.level(),
                CellType.text(),
                CellType.instant(),
                CellType.instant("yyyy-MM-dd HH:mm:ss.SSS"),
                CellType.instant("epoch-ms"),
                CellType.instant().in(ZoneId.of("Europe/Berlin")),
                CellType.instant("dd/MMM/yyyy:HH:mm:ss").in(ZoneId.of("+02:00")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_is_read_as_it_is_written(CellType type) {
        assertThat(CellType.of(type.toString())).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "number",
                "Integer",
                "integer 7",
                "text in UTC",
                "instant in Mars/Base",
                "instant QQQQ"
            })
    void what_is_no_type_is_refused(String text) {
        assertThatThrownBy(() -> CellType.of(text)).isInstanceOf(HostException.class);
    }

    @Test
    void the_error_names_the_types() {
        assertThatThrownBy(() -> CellType.of("number"))
                .hasMessageContaining("\"number\"")
                .hasMessageContaining("instant, integer, floating, boolean, level, text");
    }
}
