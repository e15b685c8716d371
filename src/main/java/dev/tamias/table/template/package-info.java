/**
 * Log messages grouped by the template that they were made from, by the Drain algorithm of He, Zhu,
 * Zheng and Lyu (2017), with the settings and the groups of its reference implementation, drain3.
 *
 * <p>Read first: {@link dev.tamias.table.template.Drain} and {@link
 * dev.tamias.table.template.DrainSettings}.
 *
 * <p>May not know: tables, rows, where messages come from.
 */
@NullMarked
package dev.tamias.table.template;

import org.jspecify.annotations.NullMarked;
