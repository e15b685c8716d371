// Faults in the rows that are handed out.

#include <stdlib.h>

#include "faults.h"

static void add_columns(items_t *items, size_t slice, size_t count) {
    item_t *item = add_item(items, slice);
    item->value.is_some = true;
    item->value.val.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
    item->value.val.val.message.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_COLUMNS;
    parse_list_string_t *cells = &item->value.val.val.message.val.columns;
    cells->len = count;
    cells->ptr = calloc(count, sizeof *cells->ptr);
    for (size_t at = 0; at < count; at++) {
        cells->ptr[at] = text_of("cell");
    }
}

static void add_attachment(items_t *items, size_t slice, const char *name) {
    static const char data[] = "the file's own bytes";
    item_t *item = add_item(items, slice);
    chipmunk_parser_parse_types_attachment_t *attachment = &item->value.val.val.attachment;
    item->value.is_some = true;
    item->value.val.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_ATTACHMENT;
    // The size is not true.
    attachment->name = text_of(name);
    attachment->size = 1000;
    attachment->created_date.is_some = true;
    attachment->created_date.val = text_of("2026-01-02");
    attachment->modified_date.is_some = false;
    attachment->messages.len = 2;
    attachment->messages.ptr = calloc(2, sizeof(uint64_t));
    attachment->messages.ptr[1] = 7;
    parse_string_t copy;
    parse_string_dup_n(&copy, data, sizeof data - 1);
    attachment->data = (parse_list_u8_t){copy.ptr, copy.len};
}

// Names that a careless host would write outside of its folder, or somewhere else.
static void add_bad_attachments(items_t *items, size_t slice) {
    static const char *const names[] = {
        "../../x", "/etc/passwd", "C:\\Windows\\x.txt", "..", "", "CON.txt", "-rf", "same.txt",
        "same.txt", "\xe2\x80\xaetxt.exe", "a\x01\x1b[2J<b>.html",
    };
    for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
        add_attachment(items, at == 0 ? slice : 0, names[at]);
    }
}

static void add_million(items_t *items, size_t slice) {
    items->ptr = calloc(1000000, sizeof *items->ptr);
    items->len = items->ptr == NULL ? 0 : 1000000;
    items->ptr[0].consumed = slice;
}

void bad_rows(fault_t fault, items_t *items, size_t slice) {
    switch (fault) {
    case CONSUME_ZERO:
        add_line(items, "zero", 4, 0);
        break;
    case OVER_CONSUME:
        add_line(items, "over", 4, slice + 1);
        break;
    case HUGE_CONSUME:
        add_line(items, "huge", 4, UINT64_MAX);
        break;
    case TOO_FEW_COLUMNS:
        add_columns(items, slice, 2);
        break;
    case TOO_MANY_COLUMNS:
        add_columns(items, slice, 4);
        break;
    case BAD_UTF8:
        add_line(items, "bad \xff\xfe text", 11, slice);
        break;
    case BAD_POINTER:
        items->ptr = (item_t *)0xfffffff0u;
        items->len = 1000;
        break;
    case HUGE_LIST:
        add_line(items, "huge", 4, slice);
        items->len = 0x0fffffff;
        break;
    case BAD_CASE:
        add_line(items, "case", 4, slice);
        items->ptr[0].value.val.val.message.tag = 7;
        break;
    case ATTACHMENT:
        add_attachment(items, slice, "../../evil/<name>.txt");
        break;
    case BAD_ATTACHMENTS:
        add_bad_attachments(items, slice);
        break;
    case MILLION:
        add_million(items, slice);
        break;
    default:
        break;
    }
}
