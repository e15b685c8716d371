#include "record.h"

#define QUOTE '"'

// The position behind the quote that closes the one at the front; 0 if it is not closed within the
// allowed length, and -1 if the slice ends too early to know.
static ptrdiff_t closing(const uint8_t *data, size_t length) {
    size_t end = length < LONGEST_QUOTED ? length : LONGEST_QUOTED;
    for (size_t at = 1; at < end; at++) {
        if (data[at] != QUOTE) {
            continue;
        }
        if (at + 1 == length) {
            return -1;
        }
        if (data[at + 1] != QUOTE) {
            return (ptrdiff_t)at + 1;
        }
        at++;
    }
    return end == LONGEST_QUOTED ? 0 : -1;
}

size_t record_cut(const uint8_t *data, size_t length, const record_rules *rules,
                  record_field *fields, size_t limit, size_t *count) {
    size_t at = 0;
    *count = 0;
    record_field *field = fields;
    *field = (record_field){data, 0, 0};
    int fresh = 1;
    while (at < length) {
        uint8_t byte = data[at];
        if (fresh && byte == QUOTE && rules->quotes) {
            ptrdiff_t behind = closing(data + at, length - at);
            if (behind < 0) {
                return 0;
            }
            // Only the quotes of a field of its own are taken off; see the header for the last one.
            field->quoted |= behind > 0 && data + at == field->start;
            at += behind > 0 ? (size_t)behind : 1;
            fresh = 0;
        } else if (byte == '\n') {
            size_t stop = at > 0 && data[at - 1] == '\r' ? at - 1 : at;
            const uint8_t *end = data + stop;
            field->length = end > field->start ? (size_t)(end - field->start) : 0;
            *count = (size_t)(field - fields) + 1;
            return at + 1;
        } else if (byte == rules->separator) {
            fresh = 1;
            if ((size_t)(field - fields) + 1 < limit) {
                field->length = (size_t)(data + at - field->start);
                field++;
                *field = (record_field){data + at + 1, 0, 0};
            }
            at++;
        } else {
            fresh = 0;
            at++;
        }
    }
    return 0;
}

size_t record_unquote(const record_field *field, uint8_t *text) {
    size_t length = 0;
    int inside = 1;
    for (size_t at = 1; at < field->length; at++) {
        uint8_t byte = field->start[at];
        if (inside && byte == QUOTE) {
            if (at + 1 < field->length && field->start[at + 1] == QUOTE) {
                at++;
            } else {
                inside = 0;
                continue;
            }
        }
        text[length++] = byte;
    }
    return length;
}
