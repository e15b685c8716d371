/**
 * Bytes with a position: what a parse session reads, from a file, a stream or memory.
 *
 * <p>Read first: {@link dev.tamias.source.ByteSource} and {@link dev.tamias.source.BinaryByteSource}.
 *
 * <p>May not know: plugins, parsing, tables.
 */
@NullMarked
package dev.tamias.source;

import org.jspecify.annotations.NullMarked;
