/**
 * Components, types, values and mutations at random from a seed, and what must hold for all of them.
 *
 * <p>Read first: {@link dev.tamias.component.property.Seed}, {@link
 * dev.tamias.component.property.EchoComponents}.
 */
@NullMarked
package dev.tamias.component.property;

import org.jspecify.annotations.NullMarked;
