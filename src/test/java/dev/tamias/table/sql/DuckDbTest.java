package dev.tamias.table.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.TableOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tech.tablesaw.api.Table;

class DuckDbTest {

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void values_larger_than_the_write_ahead_log_are_kept() {
        int rows = 800_000;
        ColumnPlan plan = new ColumnPlan(List.of("A", "B", "C"));
        try (SqlSink sink = new SqlSink(plan, TableOptions.defaults())) {
            for (int i = 0; i < rows; i++) {
                String cell = Long.toString(i * 1_000_003L);
                sink.append("", 0, 0, List.of(cell, cell, cell));
            }

            Table sums = sink.query("select count(*), sum(A), sum(C) from log");

            long sum = 1_000_003L * rows / 2 * (rows - 1);
            assertThat(sums.get(0, 0)).isEqualTo((long) rows);
            assertThat(sums.get(0, 1)).isEqualTo(sum);
            assertThat(sums.get(0, 2)).isEqualTo(sum);
        }
    }

    @Test
    void where_duckdb_is_absent_the_dependency_is_named() {
        assertThatThrownBy(() -> DuckDb.require(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("org.duckdb:duckdb_jdbc");
    }
}
