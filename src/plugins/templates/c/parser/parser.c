// A parser of lines, split at a separator into two columns.

#include <stdlib.h>
#include <string.h>

#include "parse.h"

// Both what is declared and what is used, so that the two cannot differ.
#define DEFAULT_SEPARATOR ' '

typedef exports_chipmunk_parser_parser_parse_return_t item_t;

static uint8_t separator = DEFAULT_SEPARATOR;

// The host frees what it is given, so a literal is copied: parse_string_set would have it freed.
static parse_string_t copy_of(const char *literal) {
    parse_string_t text;
    parse_string_dup(&text, literal);
    return text;
}

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
    *ret = (exports_chipmunk_parser_parser_version_t){0, 1, 0};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    const char initial[] = {DEFAULT_SEPARATOR, 0};
    ret->len = 1;
    ret->ptr = calloc(1, sizeof *ret->ptr);
    ret->ptr->id = copy_of("separator");
    ret->ptr->title = copy_of("Separator");
    ret->ptr->description.is_some = true;
    ret->ptr->description.val = copy_of("One ASCII character between the two columns");
    ret->ptr->input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    ret->ptr->input_type.val.text = copy_of(initial);
}

// May be called before init.
void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    static const char *const captions[] = {"First", "Rest"};
    chipmunk_parser_parse_types_columns_render_options_t *options = &ret->columns_options.val;
    ret->columns_options.is_some = true;
    options->min_width = 30;
    options->max_width = 600;
    options->columns.len = 2;
    options->columns.ptr = calloc(2, sizeof *options->columns.ptr);
    for (size_t at = 0; at < 2; at++) {
        options->columns.ptr[at].caption = copy_of(captions[at]);
        options->columns.ptr[at].description = copy_of("A part of the line");
        options->columns.ptr[at].width = at == 0 ? 200 : -1;
    }
}

// Refuses what it cannot use, and says why.
bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    (void)general;
    bool good = true;
    // One item is declared, so there is no other.
    for (size_t at = 0; good && at < items->len; at++) {
        const chipmunk_shared_shared_types_config_value_t *value = &items->ptr[at].value;
        good = value->tag == CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_VALUE_TEXT
               && value->val.text.len == 1;
        if (good) {
            separator = value->val.text.ptr[0];
        }
    }
    exports_chipmunk_parser_parser_list_config_item_free(items);
    if (!good) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_CONFIG;
        err->val.config = copy_of("'separator' is to be one ASCII character");
    }
    return good;
}

// Text of as many bytes, whatever the log holds: what is not ASCII becomes a question mark. A parser for
// UTF-8 checks it here, since the host takes well-formed text only.
static parse_string_t text_of(const uint8_t *bytes, size_t length) {
    parse_string_t text = {malloc(length), length};
    for (size_t at = 0; at < length; at++) {
        text.ptr[at] = bytes[at] < 0x80 && bytes[at] != 4 ? bytes[at] : '?';
    }
    return text;
}

// As many cells as there are columns, always.
static void set_cells(parse_list_string_t *cells, const uint8_t *line, size_t length) {
    const uint8_t *border = memchr(line, separator, length);
    size_t first = border == NULL ? length : (size_t)(border - line);
    size_t rest = border == NULL ? length : first + 1;
    cells->len = 2;
    cells->ptr = malloc(2 * sizeof *cells->ptr);
    cells->ptr[0] = text_of(line, first);
    cells->ptr[1] = text_of(line + rest, length - rest);
}

static size_t lines_in(const parse_list_u8_t *data) {
    size_t lines = 0;
    for (size_t at = 0; at < data->len; at++) {
        lines += data->ptr[at] == '\n';
    }
    return lines;
}

// All whole lines of the slice; what is behind the last one comes again with the next slice.
bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *timestamp,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
    (void)timestamp;
    size_t count = lines_in(data);
    item_t *items = calloc(count, sizeof *items);
    const uint8_t *line = data->ptr;
    for (size_t at = 0; at < count; at++) {
        size_t length = (size_t)((uint8_t *)memchr(line, '\n', data->len) - line);
        chipmunk_parser_parse_types_parse_yield_t *value = &items[at].value.val;
        items[at].value.is_some = true;
        items[at].consumed = length + 1;
        value->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
        value->val.message.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_COLUMNS;
        set_cells(&value->val.message.val.columns, line, length);
        line += length + 1;
    }
    parse_list_u8_free(data);
    if (count == 0) {
        // No item and no error would have the host ask for ever.
        free(items);
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
        return false;
    }
    *ret = (exports_chipmunk_parser_parser_list_parse_return_t){items, count};
    return true;
}
