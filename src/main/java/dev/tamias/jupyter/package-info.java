/**
 * What a Jupyter kernel of Tamias has beside the kernel itself: imports, and tables, charts and errors
 * shown as HTML and pictures that need neither scripts nor the network.
 *
 * <p>Read first: {@link dev.tamias.jupyter.TamiasExtension} and {@code Renderers}.
 *
 * <p>May not know: how a plugin is run, the command line. It is the only package that may know JJava.
 */
@NullMarked
package dev.tamias.jupyter;

import org.jspecify.annotations.NullMarked;
