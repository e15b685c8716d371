/**
 * The kernel that Jupyter starts: JJava's, with what it lacks from outside an extension. It is compiled
 * when the kernel is installed, against the JJava of the Python package, which is in no Maven repository.
 *
 * <p>Read first: {@link dev.tamias.kernel.Main} and {@link dev.tamias.kernel.TamiasKernel}.
 *
 * <p>May not know: tables, how values are shown; that is {@code dev.tamias.jupyter}.
 */
package dev.tamias.kernel;
