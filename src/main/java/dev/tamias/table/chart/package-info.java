/**
 * Pictures of logs as SVG: no scripts, no network, no fonts of their own, and every label escaped, since
 * logs hold whatever an attacker wrote into them. Each has a text for terminals as well.
 *
 * <p>Read first: {@link dev.tamias.table.chart.Chart} and {@link dev.tamias.table.chart.TimeHistogram}.
 *
 * <p>May not know: where the numbers come from.
 */
@NullMarked
package dev.tamias.table.chart;

import org.jspecify.annotations.NullMarked;
