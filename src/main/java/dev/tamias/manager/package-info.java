/**
 * Plugins on disk and in the class path: where they are, whether they can be used, what they say of
 * themselves, and how they come and go. What was found out about a binary is kept in a file beside the
 * plugins; what changes a plugins directory does so whole, under a lock that processes share.
 *
 * <p>Read first: {@link dev.tamias.manager.PluginsManager} and {@link dev.tamias.manager.PluginEntry}; then
 * {@code PluginValidator}, {@code PluginCache} and {@code PluginInstaller}.
 *
 * <p>May not know: sessions, tables.
 */
@NullMarked
package dev.tamias.manager;

import org.jspecify.annotations.NullMarked;
