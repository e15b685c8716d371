// Text that is good UTF-8 whatever the log holds.
#ifndef UTF8_H
#define UTF8_H

#include "parse.h"

// A copy of the bytes as text. Every bad sequence becomes one U+FFFD, and so does every U+0004,
// which the host might take for the border of a cell.
parse_string_t utf8_text(const uint8_t *bytes, size_t length);

#endif
