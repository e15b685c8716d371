/**
 * Plugins, tables and what else a cell may end with, as HTML that needs neither scripts nor the network
 * and takes nothing that was written by others for markup; and the same as text for a terminal.
 *
 * <p>Read first: {@link dev.tamias.jupyter.page.PluginsPage} and {@code Html}, through which everything is
 * written.
 *
 * <p>May not know: kernels, how a plugin is run.
 */
@NullMarked
package dev.tamias.jupyter.page;

import org.jspecify.annotations.NullMarked;
