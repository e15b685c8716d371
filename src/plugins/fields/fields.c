// A parser for logs whose lines are fields with a separator between them.

#include <stdlib.h>
#include <string.h>

#include "settings.h"
#include "utf8.h"

typedef exports_chipmunk_parser_parser_parse_return_t item_t;

// Whether the next record is the first of the log.
static int at_start = 1;
static int ready;

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
    *ret = (exports_chipmunk_parser_parser_version_t){0, 1, 0};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    settings_schema(ret);
}

// Before `init` these are the columns of the default settings.
void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    if (!ready) {
        settings_defaults();
    }
    size_t count = settings.columns;
    chipmunk_parser_parse_types_columns_render_options_t *options = &ret->columns_options.val;
    ret->columns_options.is_some = true;
    options->min_width = 30;
    options->max_width = 600;
    options->columns.len = count;
    options->columns.ptr = calloc(count, sizeof *options->columns.ptr);
    const char *caption = settings.captions;
    for (size_t at = 0; at < count; at++, caption += strlen(caption) + 1) {
        options->columns.ptr[at].caption = utf8_text((const uint8_t *)caption, strlen(caption));
        options->columns.ptr[at].description = text_of("A field of the record");
        options->columns.ptr[at].width = at + 1 < count ? 150 : -1;
    }
}

static void tell(chipmunk_shared_logging_level_t level, const char *message) {
    parse_string_t text = {(uint8_t *)message, strlen(message)};
    chipmunk_shared_logging_log(level, &text);
}

bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    const char *wrong = settings_read(items);
    exports_chipmunk_parser_parser_list_config_item_free(items);
    if (wrong != NULL) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_CONFIG;
        err->val.config = text_of(wrong);
        return false;
    }
    if (general->log_level >= CHIPMUNK_SHARED_LOGGING_LEVEL_INFO) {
        tell(CHIPMUNK_SHARED_LOGGING_LEVEL_INFO,
             settings.rules.quotes ? "fields: ready, quotes are read" : "fields: ready, no quotes");
    }
    ready = 1;
    return true;
}

// Cells of their own for each column: missing ones are empty.
static void set_cells(item_t *item, const record_field *fields, size_t count) {
    parse_list_string_t *cells = &item->value.val.val.message.val.columns;
    item->value.is_some = true;
    item->value.val.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
    item->value.val.val.message.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_COLUMNS;
    cells->len = settings.columns;
    cells->ptr = malloc(cells->len * sizeof *cells->ptr);
    if (cells->ptr == NULL) {
        __builtin_trap();
    }
    for (size_t at = 0; at < cells->len; at++) {
        if (at >= count) {
            cells->ptr[at] = (parse_string_t){NULL, 0};
        } else if (fields[at].quoted) {
            uint8_t *text = malloc(fields[at].length);
            if (text == NULL) {
                __builtin_trap();
            }
            cells->ptr[at] = utf8_text(text, record_unquote(&fields[at], text));
            free(text);
        } else {
            cells->ptr[at] = utf8_text(fields[at].start, fields[at].length);
        }
    }
}

static size_t byte_order_mark(const uint8_t *data, size_t length) {
    return at_start && length >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

// Reads one record into the item and returns its length, or 0 if the slice ends within it.
static size_t read_record(const uint8_t *data, size_t length, item_t *item) {
    record_field fields[MOST_COLUMNS];
    size_t count;
    size_t mark = byte_order_mark(data, length);
    size_t taken = record_cut(data + mark, length - mark, &settings.rules, fields,
                              settings.columns, &count);
    if (taken == 0) {
        return 0;
    }
    item->consumed = mark + taken;
    int empty = count == 1 && fields[0].length == 0;
    if (empty || (at_start && settings.header)) {
        item->value.is_some = false;
    } else {
        set_cells(item, fields, count);
    }
    at_start = 0;
    return mark + taken;
}

// Enough items for a slice in one block: growing it later would cost a copy of all of them.
static size_t most_records(const uint8_t *data, size_t length) {
    size_t feeds = 0;
    const uint8_t *end = data + length;
    while ((data = memchr(data, '\n', (size_t)(end - data))) != NULL) {
        feeds++;
        data++;
    }
    return feeds;
}

bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *timestamp,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
    (void)timestamp;
    size_t most = most_records(data->ptr, data->len);
    item_t *items = most == 0 ? NULL : malloc(most * sizeof *items);
    size_t count = 0;
    size_t at = 0;
    size_t taken;
    while (items != NULL && count < most
           && (taken = read_record(data->ptr + at, data->len - at, &items[count])) > 0) {
        at += taken;
        count++;
    }
    parse_list_u8_free(data);
    if (count > 0) {
        *ret = (exports_chipmunk_parser_parser_list_parse_return_t){items, count};
        return true;
    }
    free(items);
    if (most > 0 && items == NULL) {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_UNRECOVERABLE;
        err->val.unrecoverable = text_of("no memory for the records of this slice");
    } else {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
    }
    return false;
}
