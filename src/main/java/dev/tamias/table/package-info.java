/**
 * Items into Tablesaw tables, column by column, and tables as text for terminals.
 *
 * <p>Read first: {@link dev.tamias.table.TableSink} and {@link dev.tamias.table.ColumnPlan}.
 *
 * <p>May not know: plugins, hosts, how items come about.
 */
@NullMarked
package dev.tamias.table;

import org.jspecify.annotations.NullMarked;
