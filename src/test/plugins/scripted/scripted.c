// A parser that answers each call as its script says, so that a test can tell what a session makes of
// every answer. The script is read in script.h.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"
#include "schema.h"
#include "script.h"

typedef exports_chipmunk_parser_parser_parse_return_t item_t;
typedef exports_chipmunk_parser_parser_list_parse_return_t items_t;
typedef chipmunk_parser_parse_types_parse_yield_t yield_t;
typedef exports_chipmunk_parser_parser_parse_error_t error_t;

#define OUTSIDE ((uint8_t *)0xfffffff0u)

static int32_t columns;
static uint64_t rows;

// The call's own data.
static const parse_list_u8_t *slice;
static size_t taken;
static uint64_t *timestamp;

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
    *ret = (exports_chipmunk_parser_parser_version_t){0, 0, 1};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    ret->len = 2;
    ret->ptr = calloc(ret->len, sizeof *ret->ptr);
    schema_set(&ret->ptr[0], "script", "Script", "What each call answers");
    ret->ptr[0].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    ret->ptr[0].input_type.val.text = text_of("");
    schema_set(&ret->ptr[1], "columns", "Columns", "How many are declared; 0 for none");
    ret->ptr[1].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_INTEGER;
    ret->ptr[1].input_type.val.integer = 0;
}

void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    chipmunk_parser_parse_types_columns_render_options_t *options = &ret->columns_options.val;
    ret->columns_options.is_some = columns > 0;
    options->min_width = 0;
    options->max_width = 1000;
    options->columns.len = (size_t)columns;
    options->columns.ptr = calloc((size_t)columns, sizeof *options->columns.ptr);
    for (int32_t at = 0; at < columns; at++) {
        char caption[] = "A";
        caption[0] = (char)('A' + at);
        options->columns.ptr[at].caption = text_of(caption);
        options->columns.ptr[at].description = text_of("A column");
        options->columns.ptr[at].width = -1;
    }
}

bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    const config_value *script = config_find(items, "script");
    const config_value *count = config_find(items, "columns");
    if (script != NULL) {
        script_set(script->val.text.ptr, script->val.text.len);
    }
    if (count != NULL) {
        columns = count->val.integer;
    }
    exports_chipmunk_parser_parser_list_config_item_free(items);
    return true;
}

static item_t *add(items_t *items) {
    // Twice as long whenever the length is a power of two.
    if ((items->len & (items->len - 1)) == 0) {
        size_t room = items->len == 0 ? 1 : items->len * 2;
        items->ptr = realloc(items->ptr, room * sizeof *items->ptr);
        if (items->ptr == NULL) {
            abort();
        }
    }
    item_t *item = &items->ptr[items->len++];
    memset(item, 0, sizeof *item);
    return item;
}

static parse_string_t text(const script_item *item) {
    parse_string_t text;
    char number[32];
    switch (item->kind) {
    case 'l': {
        size_t left = taken < slice->len ? slice->len - taken : 0;
        parse_string_dup_n(&text, (const char *)slice->ptr + (left > 0 ? taken : 0),
                           item->consumed < left ? (size_t)item->consumed : left);
        break;
    }
    case 't':
        snprintf(number, sizeof number, "%llu", timestamp == NULL ? 0 : *timestamp);
        text = text_of(number);
        break;
    case 'x':
        text = (parse_string_t){OUTSIDE, 100};
        break;
    default:
        snprintf(number, sizeof number, "row %llu", rows);
        text = text_of(number);
    }
    return text;
}

static void set_message(
    chipmunk_parser_parse_types_parsed_message_t *message, const script_item *item) {
    rows++;
    if (item->kind != 'c') {
        message->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_LINE;
        message->val.line = text(item);
        return;
    }
    message->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_COLUMNS;
    message->val.columns.len = (size_t)item->number;
    message->val.columns.ptr = calloc((size_t)item->number, sizeof(parse_string_t));
    for (size_t at = 0; at < item->number; at++) {
        message->val.columns.ptr[at] = text_of("cell");
    }
}

static void set_attachment(
    chipmunk_parser_parse_types_attachment_t *attachment, const script_item *item) {
    parse_string_t data = text_of("data");
    parse_string_dup_n(&attachment->name, item->name_length == 0 ? "" : item->name,
                       item->name_length);
    attachment->size = item->number;
    attachment->data = (parse_list_u8_t){data.ptr, data.len};
}

static void answer_item(items_t *items, const script_item *wanted) {
    item_t *item = add(items);
    yield_t *yield = &item->value.val;
    item->consumed = wanted->consumed;
    item->value.is_some = wanted->kind != 's';
    switch (wanted->kind) {
    case 's':
        break;
    case 'a':
        yield->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_ATTACHMENT;
        set_attachment(&yield->val.attachment, wanted);
        break;
    case 'b':
        yield->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE_AND_ATTACHMENT;
        set_message(&yield->val.message_and_attachment.f0, wanted);
        set_attachment(&yield->val.message_and_attachment.f1, wanted);
        break;
    default:
        yield->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
        set_message(&yield->val.message, wanted);
    }
    // Past the slice is far enough.
    taken = wanted->consumed < slice->len - taken ? taken + (size_t)wanted->consumed : slice->len;
}

static void run_away(const char *answer, size_t length) {
    if (script_is(answer, length, "trap")) {
        __builtin_trap();
    }
    volatile int forever = script_is(answer, length, "loop");
    while (forever) {
    }
}

// Whether the answer is an error, which is then filled in.
static bool is_error(const char *answer, size_t length, error_t *err) {
    if (script_is(answer, length, "parse")) {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_PARSE;
        err->val.parse = text_of("as scripted");
    } else if (script_is(answer, length, "unrecoverable")) {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_UNRECOVERABLE;
        err->val.unrecoverable = text_of("as scripted");
    } else if (script_is(answer, length, "incomplete")) {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
    } else if (script_is(answer, length, "eof")) {
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_EOF;
    } else {
        return false;
    }
    return true;
}

bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *time,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
    *ret = (items_t){NULL, 0};
    size_t length;
    const char *answer = script_answer(&length);
    slice = data;
    taken = 0;
    timestamp = time;
    run_away(answer, length);
    bool good = !is_error(answer, length, err);
    script_item item;
    while (good && !script_is(answer, length, "empty")
           && script_item_next(&answer, &length, data->len, &item)) {
        for (uint64_t at = 0; at < item.times; at++) {
            answer_item(ret, &item);
        }
    }
    parse_list_u8_free(data);
    return good;
}
