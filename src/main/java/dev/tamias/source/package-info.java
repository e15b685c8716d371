/**
 * Bytes with a position: what a parse session reads, from a file, an archive, a capture, a stream or
 * memory.
 *
 * <p>Read first: {@link dev.tamias.source.ByteSource} and {@link dev.tamias.source.BinaryByteSource};
 * then {@link dev.tamias.source.FileByteSource}, which opens files by what they are.
 *
 * <p>May not know: plugins, parsing, tables.
 */
@NullMarked
package dev.tamias.source;

import org.jspecify.annotations.NullMarked;
