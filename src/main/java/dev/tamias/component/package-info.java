/**
 * Components that run: linking, instances, calls, values, resources. Usable without anything of the
 * floors above; the names are those of the Component Model and of wasmtime's component API. {@code
 * docs/embedding.md} shows how.
 *
 * <p>Read first: {@link dev.tamias.component.Component} and {@link dev.tamias.component.Linker}.
 *
 * <p>May not know: WASI, plugins, Chicory.
 */
@NullMarked
package dev.tamias.component;

import org.jspecify.annotations.NullMarked;
