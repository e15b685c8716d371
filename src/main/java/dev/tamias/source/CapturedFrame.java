package dev.tamias.source;

import org.jspecify.annotations.Nullable;

/**
 * One frame as it was captured: all of {@code bytes} from {@code from} on, {@code length} of them.
 *
 * @param linkType what the bytes begin with, as the registry of link types numbers it
 * @param timestamp milliseconds since 1970, where the capture says
 */
record CapturedFrame(int linkType, byte[] bytes, int from, int length, @Nullable Long timestamp) {}
