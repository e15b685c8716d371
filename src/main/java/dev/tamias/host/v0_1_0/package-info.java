/**
 * Version 0.1.0 of Chipmunk's plugin interface: the only place that names the shapes of its WIT types
 * (packages {@code chipmunk:shared}, {@code chipmunk:parser} and {@code chipmunk:bytesource}; our
 * statement of them is in {@code src/main/wit}).
 *
 * <p>Read first: {@link dev.tamias.host.v0_1_0.ApiV0_1_0} and {@link
 * dev.tamias.host.v0_1_0.ParseVisitor}.
 *
 * <p>May not know: how an instance is made, what it is granted, who asks.
 */
@NullMarked
package dev.tamias.host.v0_1_0;

import org.jspecify.annotations.NullMarked;
