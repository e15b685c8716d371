/**
 * WASI 0.2 as capabilities: a guest sees what its {@link dev.tamias.wasi.WasiContext} names, and
 * nothing ambient. Files are reached through {@link dev.tamias.wasi.SandboxedDirectory} alone, which
 * walks every path one component at a time from an open directory.
 *
 * <p>Read first: {@link dev.tamias.wasi.WasiContext} and {@link dev.tamias.wasi.WasiLinker}.
 *
 * <p>May not know: plugins, log sources, Chicory. Text that reaches a guest holds no path of the host.
 */
@NullMarked
package dev.tamias.wasi;

import org.jspecify.annotations.NullMarked;
