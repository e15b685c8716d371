/**
 * Items into Tablesaw tables, column by column, and tables as text for terminals.
 *
 * <p>Rows come through {@link dev.tamias.table.ColumnSink}. Their columns are kept by {@code
 * table.column}, which makes cells values of {@code table.type} when the table is asked for.
 *
 * <p>Read first: {@link dev.tamias.table.TableSink} and {@link dev.tamias.table.TableOptions}.
 *
 * <p>May not know: plugins, hosts, how items come about.
 */
@NullMarked
package dev.tamias.table;

import org.jspecify.annotations.NullMarked;
