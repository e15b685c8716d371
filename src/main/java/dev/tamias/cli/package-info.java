/**
 * The {@code tamias} command: one class a verb. Results go to standard output and to nowhere else,
 * words for people to standard error; other programs may rely on both and on the exit codes.
 *
 * <p>Read first: {@link dev.tamias.cli.Main} and {@link dev.tamias.cli.Parse}.
 *
 * <p>May not know: how a plugin is run, Jupyter.
 */
@NullMarked
package dev.tamias.cli;

import org.jspecify.annotations.NullMarked;
