/**
 * Plugins on disk and in the class path: where they are, what they are called, and what they say of
 * themselves.
 *
 * <p>Read first: {@link dev.tamias.manager.PluginsManager} and {@link dev.tamias.manager.PluginEntry}.
 *
 * <p>May not know: sessions, tables.
 */
@NullMarked
package dev.tamias.manager;

import org.jspecify.annotations.NullMarked;
