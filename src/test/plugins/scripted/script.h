// A script: what each call is to answer, in the words of a test.
//
//   script  call; call; ...        behind the last call every one is "incomplete"
//   call    [@times] answer        times: how many calls it answers, 0 for all that follow
//   answer  parse | incomplete | eof | unrecoverable | trap | loop | empty | item item ...
//   item    kind consumed[:rest][*times]
//   kind    r  a row "row N", N counting from 1
//           l  a row of the consumed bytes themselves
//           t  a row of the call's timestamp
//           c  a row of as many columns as the rest says
//           s  no value
//           a  an attachment; the rest is its size and name, "10:name"
//           b  a row and an attachment
//           x  a row whose text lies outside of memory
//   consumed  a number, len (of the slice), len+1, or half
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    char kind;
    uint64_t consumed;
    uint64_t number;
    const char *name;
    size_t name_length;
    uint64_t times;
} script_item;

void script_set(const uint8_t *text, size_t length);

// The answer of the next call, as text that script_item_next goes through.
const char *script_answer(size_t *length);

bool script_is(const char *answer, size_t length, const char *word);

// Reads the item at the front of the answer and moves the front behind it; false at the end.
bool script_item_next(const char **answer, size_t *length, size_t slice, script_item *item);

#endif
