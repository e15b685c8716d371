/**
 * The front door: {@code Plugins.scan().parser("x").over(bytes("y")).table()}.
 *
 * <p>Read first: {@link dev.tamias.Plugins} and {@link dev.tamias.SourceStep}. Building a chain never
 * fails and does nothing; {@code table()}, {@code items()}, {@code summary()} and {@code explain()} do
 * the work and report.
 *
 * <p>May not know: Chicory, WIT shapes, how a cell is lifted.
 */
@NullMarked
package dev.tamias;

import org.jspecify.annotations.NullMarked;
