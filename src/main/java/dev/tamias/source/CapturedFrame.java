package dev.tamias.source;

import org.jspecify.annotations.Nullable;

/**
 * One frame, as much of it as was captured.
 *
 * @param linkType what the bytes begin with, as the registry of link types numbers it
 * @param timestamp milliseconds since 1970, where the capture says
 */
record CapturedFrame(int linkType, ByteSpan bytes, @Nullable Long timestamp) {}
