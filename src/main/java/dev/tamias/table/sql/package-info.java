/**
 * Rows into DuckDB, for questions in SQL and for what is larger than memory. An optional dependency, named
 * by no other package.
 *
 * <p>Read first: {@link dev.tamias.table.sql.SqlSink} and {@link dev.tamias.table.sql.DuckDb}.
 *
 * <p>May not know: plugins, hosts, how items come about.
 */
@NullMarked
package dev.tamias.table.sql;

import org.jspecify.annotations.NullMarked;
