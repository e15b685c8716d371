/** A plugin interface that never was: what a second version of it takes. */
@NullMarked
package dev.tamias.host.made_up;

import org.jspecify.annotations.NullMarked;
