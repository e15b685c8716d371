/**
 * Items into Tablesaw tables, column by column, and tables as text for terminals.
 *
 * <p>Rows come through {@link dev.tamias.table.ColumnSink}. A column keeps its cells as text, each
 * different one once or all packed, and makes them values of the narrowest type when the table is asked
 * for.
 *
 * <p>Read first: {@link dev.tamias.table.TableSink} and {@link dev.tamias.table.TableOptions}.
 *
 * <p>May not know: plugins, hosts, how items come about.
 */
@NullMarked
package dev.tamias.table;

import org.jspecify.annotations.NullMarked;
