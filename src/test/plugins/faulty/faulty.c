// A parser that goes wrong in the way a test asks for. Without a fault it makes a row of each line.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "faults.h"

#define FAULT_ID "fault"
#define FLOOD 100000

static fault_t fault = NONE;
static size_t rows;

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
    *ret = (exports_chipmunk_parser_parser_version_t){0, 0, 1};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    ret->len = 1;
    ret->ptr = calloc(1, sizeof *ret->ptr);
    schema_set(ret->ptr, FAULT_ID, "Fault", "What goes wrong");
    ret->ptr->input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_DROPDOWN;
    parse_tuple2_list_string_string_t *options = &ret->ptr->input_type.val.dropdown;
    options->f0.len = FAULTS;
    options->f0.ptr = calloc(FAULTS, sizeof(parse_string_t));
    for (size_t at = 0; at < FAULTS; at++) {
        options->f0.ptr[at] = text_of(fault_names[at]);
    }
    options->f1 = text_of(fault_names[NONE]);
}

// One column, but three for the faults that get their number wrong.
void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    size_t count = fault == TOO_FEW_COLUMNS || fault == TOO_MANY_COLUMNS ? 3 : 1;
    chipmunk_parser_parse_types_columns_render_options_t *options = &ret->columns_options.val;
    ret->columns_options.is_some = true;
    options->min_width = 0;
    options->max_width = 1000;
    options->columns.len = count;
    options->columns.ptr = calloc(count, sizeof *options->columns.ptr);
    for (size_t at = 0; at < count; at++) {
        char caption[] = "A";
        caption[0] = (char)('A' + at);
        options->columns.ptr[at].caption = text_of(count == 1 ? "Message" : caption);
        options->columns.ptr[at].description = text_of("A column");
        options->columns.ptr[at].width = -1;
    }
}

bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    const config_value *value = config_find(items, FAULT_ID);
    if (value != NULL) {
        fault = fault_named(&value->val.dropdown);
    }
    exports_chipmunk_parser_parser_list_config_item_free(items);
    if (fault == TRAP_INIT || fault == LOOP_INIT) {
        run_away(fault);
    }
    if (fault == FAULTS) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_CONFIG;
        err->val.config = text_of("there is no such fault");
    } else if (fault >= INIT_CONFIG && fault <= INIT_OTHER) {
        // The cases of the error are in the order of the faults.
        err->tag = (uint8_t)(fault - INIT_CONFIG);
        err->val.other = text_of(fault_names[fault]);
    } else {
        return true;
    }
    return false;
}

static void add_lines(items_t *items, const parse_list_u8_t *data, size_t most) {
    const char *at = (const char *)data->ptr;
    const char *end = at + data->len;
    const char *feed;
    while (items->len < most && (feed = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        add_line(items, at, (size_t)(feed - at), (uint64_t)(feed - at) + 1);
        at = feed + 1;
    }
}

static void flood_log(int messages) {
    char text[64];
    for (int at = 0; at < messages; at++) {
        int length = snprintf(text, sizeof text, "message %d of a flood", at);
        parse_string_t message = {(uint8_t *)text, (size_t)length};
        chipmunk_shared_logging_log(CHIPMUNK_SHARED_LOGGING_LEVEL_ERROR, &message);
    }
}

// Fills in the rows, or the error and returns false.
static bool act(items_t *items, const parse_list_u8_t *data, parse_error_t *err) {
    switch (fault) {
    case TRAP_LATER:
        if (rows >= 3) run_away(fault);
        add_lines(items, data, 3 - rows);
        break;
    case TRAP: case LOOP: case RECURSE: case GROW: case SLEEP: case FILL: case PRINT_AND_TRAP:
        run_away(fault);
        break;
    case PARSE_ERROR: case UNRECOVERABLE:
        err->tag = fault == PARSE_ERROR ? CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_PARSE
                                        : CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_UNRECOVERABLE;
        err->val.parse = text_of(fault_names[fault]);
        return false;
    case END:
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_EOF;
        return false;
    case INCOMPLETE:
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
        return false;
    case ZERO:
        return true;
    case TEMP:
        look_at_temp(items, data->len);
        break;
    case ENV:
        look_at_env(items, data->len);
        break;
    case OPEN_OUTSIDE:
        look_outside(items, data->len);
        break;
    case LOG_FLOOD:
        flood_log(FLOOD);
        add_row(items, data->len, "%d messages logged", FLOOD);
        break;
    case LOG_FOREVER:
        for (;;) {
            flood_log(FLOOD);
        }
    case STDOUT:
        printf("to the ");
        fflush(stdout);
        printf("output\nand a last ");
        fflush(stdout);
        printf("gr\xc3");
        fflush(stdout);
        printf("\xb6\xc3\x9f");
        fprintf(stderr, "to the errors \x1b[31m\xe2\x80\xae\n");
        fflush(stdout);
        add_row(items, data->len, "printed");
        break;
    case NONE:
        add_lines(items, data, SIZE_MAX);
        break;
    default:
        bad_rows(fault, items, data->len);
    }
    rows += items->len;
    err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
    return items->len > 0;
}

bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *timestamp,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
    *ret = (items_t){NULL, 0};
    bool good = act(ret, data, err);
    parse_list_u8_free(data);
    return good;
}
