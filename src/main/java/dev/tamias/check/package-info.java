/**
 * Whether a plugin keeps to its contract, found out by running it: the same rows however the input is
 * cut, an end to every loop, errors that are said, defaults that are true.
 *
 * <p>Read first: {@link dev.tamias.check.PluginCheck} and {@link dev.tamias.check.Finding}.
 *
 * <p>May not know: the command line, Jupyter, tables.
 */
@NullMarked
package dev.tamias.check;

import org.jspecify.annotations.NullMarked;
