/**
 * One plugin instance behind a typed face: what it says of itself, its configuration, its logging, its
 * temporary directory, its calls under deadline, and the end of it after a trap.
 *
 * <p>Read first: {@link dev.tamias.host.ParserHost} and {@link dev.tamias.host.PluginApi}, the seam
 * behind which each version of the plugin interface lives in a package of its own.
 *
 * <p>May not know: plugins on disk, sessions, tables, the shapes of WIT types (those are known to the
 * version packages alone).
 */
@NullMarked
package dev.tamias.host;

import org.jspecify.annotations.NullMarked;
