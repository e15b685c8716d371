// One record of a separated log, cut into fields.
#ifndef RECORD_H
#define RECORD_H

#include <stddef.h>
#include <stdint.h>

// A quote that is not closed within this many bytes is taken for a character like any other: one
// stray quote must not swallow the rest of a log.
#define LONGEST_QUOTED 65536

// How fields are told apart.
typedef struct {
    uint8_t separator;
    int quotes;
} record_rules;

// Where a field lies in the slice, and whether it holds quotes that are not part of its text.
typedef struct {
    const uint8_t *start;
    size_t length;
    int quoted;
} record_field;

// Cuts the record at the front of the slice into at most `limit` fields; what is more stays in the
// last one, separators and all.
//
// Returns the number of bytes up to and with the line feed, and 0 if the end is not in the slice.
size_t record_cut(const uint8_t *data, size_t length, const record_rules *rules,
                  record_field *fields, size_t limit, size_t *count);

// Writes the text of a quoted field without its quotes, and returns its length. The room needed is
// at most the field's own length.
size_t record_unquote(const record_field *field, uint8_t *text);

#endif
