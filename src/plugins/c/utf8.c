#include "utf8.h"

#include <stdlib.h>
#include <string.h>

#define CELL_SEPARATOR 4
#define EVERY_BYTE(value) ((uint64_t)(value)*0x0101010101010101u)

// Whether all bytes are ASCII and none is the separator, which is the rule in logs.
static int is_plain(const uint8_t *bytes, size_t length) {
    uint64_t odd = 0;
    size_t at = 0;
    for (; at + 8 <= length; at += 8) {
        uint64_t word;
        memcpy(&word, bytes + at, 8);
        uint64_t zero_if_separator = word ^ EVERY_BYTE(CELL_SEPARATOR);
        odd |= word | ((zero_if_separator - EVERY_BYTE(1)) & ~zero_if_separator);
    }
    for (; at < length; at++) {
        odd |= bytes[at] == CELL_SEPARATOR ? 0x80 : bytes[at];
    }
    return (odd & EVERY_BYTE(0x80)) == 0;
}

static int between(uint8_t byte, uint8_t low, uint8_t high) {
    return byte >= low && byte <= high;
}

// The length of the good sequence at the front, or minus the length of the bad one: as many bytes
// as a good sequence could have started with, and at least one.
static int sequence(const uint8_t *bytes, size_t length) {
    uint8_t first = bytes[0];
    if (first < 0x80) {
        return first == CELL_SEPARATOR ? -1 : 1;
    }
    int want = between(first, 0xc2, 0xdf) ? 2 : between(first, 0xe0, 0xef) ? 3
             : between(first, 0xf0, 0xf4) ? 4 : 0;
    if (want == 0) {
        return -1;
    }
    // Overlong forms, surrogates and values above U+10FFFF show in the second byte.
    uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    for (int at = 1; at < want; at++) {
        if ((size_t)at >= length || !between(bytes[at], low, high)) {
            return -at;
        }
        low = 0x80;
        high = 0xbf;
    }
    return want;
}

parse_string_t utf8_text(const uint8_t *bytes, size_t length) {
    parse_string_t text = {NULL, 0};
    if (length == 0) {
        return text;
    }
    int plain = is_plain(bytes, length);
    // In the worst case every byte becomes the three of U+FFFD.
    text.ptr = malloc(plain ? length : 3 * length);
    if (text.ptr == NULL) {
        __builtin_trap();
    }
    if (plain) {
        memcpy(text.ptr, bytes, length);
        text.len = length;
        return text;
    }
    for (size_t at = 0; at < length;) {
        int found = sequence(bytes + at, length - at);
        if (found > 0) {
            memcpy(text.ptr + text.len, bytes + at, (size_t)found);
            text.len += (size_t)found;
            at += (size_t)found;
        } else {
            memcpy(text.ptr + text.len, "\xef\xbf\xbd", 3);
            text.len += 3;
            at += (size_t)-found;
        }
    }
    return text;
}
