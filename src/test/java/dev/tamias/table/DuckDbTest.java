package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import org.junit.jupiter.api.Test;

class DuckDbTest {

    @Test
    void where_duckdb_is_absent_the_dependency_is_named() {
        assertThatThrownBy(() -> DuckDb.require(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("org.duckdb:duckdb_jdbc");
    }
}
