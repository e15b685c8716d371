/**
 * What people ask of a log that Tablesaw lacks, gets wrong or is slow at: counts of any cardinality, slots
 * of the calendar, ranges of time, templates, merged logs, hints.
 *
 * <p>Read first: {@link dev.tamias.table.log.LogTable} and {@link dev.tamias.table.log.Match}.
 *
 * <p>May not know: plugins, hosts, how items become tables.
 */
@NullMarked
package dev.tamias.table.log;

import org.jspecify.annotations.NullMarked;
