#include "faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

const char *const fault_names[FAULTS] = {
    "none",
    "trap", "trap-later", "loop", "recurse", "grow",
    "init-config", "init-io", "init-unsupported", "init-other", "trap-init", "loop-init",
    "parse-error", "unrecoverable", "incomplete", "eof",
    "zero", "consume-zero", "over-consume", "huge-consume", "too-few-columns", "too-many-columns",
    "temp", "log-flood", "stdout", "env", "open-outside",
    "bad-utf8", "bad-pointer", "huge-list", "bad-case", "attachment",
    "log-forever", "sleep", "fill", "print-and-trap", "bad-attachments", "million",
};

fault_t fault_named(const parse_string_t *name) {
    fault_t fault = NONE;
    while (fault < FAULTS && !text_is(name, fault_names[fault])) {
        fault++;
    }
    return fault;
}

item_t *add_item(items_t *items, uint64_t consumed) {
    items->ptr = realloc(items->ptr, (items->len + 1) * sizeof *items->ptr);
    if (items->ptr == NULL) {
        abort();
    }
    item_t *item = &items->ptr[items->len++];
    item->value.is_some = false;
    item->consumed = consumed;
    return item;
}

void add_line(items_t *items, const char *text, size_t length, uint64_t consumed) {
    item_t *item = add_item(items, consumed);
    item->value.is_some = true;
    item->value.val.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
    item->value.val.val.message.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_LINE;
    parse_string_dup_n(&item->value.val.val.message.val.line, text, length);
}

void add_row(items_t *items, size_t slice, const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    size_t kept = length < (int)sizeof text ? (size_t)length : sizeof text - 1;
    add_line(items, text, kept, items->len == 0 ? slice : 0);
}
