/**
 * The network as a capability: TCP and UDP sockets and name look-up, each checked against what was
 * granted before the system is asked. Nothing here blocks but {@link
 * dev.tamias.wasi.sockets.Network#await}, on the guest's own thread, which an interrupt ends.
 *
 * <p>Read first: {@link dev.tamias.wasi.sockets.NetworkGrant} and {@link
 * dev.tamias.wasi.sockets.Network}.
 *
 * <p>May not know: the values and resources of the Component Model, files, plugins. What is said to a
 * guest is an error's code alone.
 */
@NullMarked
package dev.tamias.wasi.sockets;

import org.jspecify.annotations.NullMarked;
