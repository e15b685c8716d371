// A parser of lines, split at a separator into two columns, in variants with one defect each. The
// variant is a definition given to the compiler; without one the parser is sound. Names and defects:
//
//   CHUNKS   gives what a slice ends with as a line, whole or not
//   COLUMNS  gives every third row one cell too few
//   DEFAULT  uses another separator than the default that it declares, where none is configured
//   ZERO     says that its items consumed nothing
//   EXCESS   says that the last item consumed a byte more than there is
//   LATER    traps at the row that is the five thousandth
//   RANDOM   puts a random number into a row
//   CLOCK    puts the time into a row
//   EMPTY    traps on an empty slice
//   TAIL     passes over a last line without its end
//   PRINTS   prints to standard output
//   READS    reads standard input
//   NOTHING  answers without an item and without an error
//   SILENT   answers so where there is no whole line, rather than incomplete
//   LAST     takes the last byte off a line without its end
//   BREAKS   traps on a setting that it should refuse
//   LITERAL  hands out a literal as a column's description, which it then frees
//   CONSTANT hands out a literal as a cell, which it then frees
//   REFUSAL  hands out a literal as the reason why it refuses a setting, which it then frees
//   VARIABLE hands out a static buffer as a cell, which it then frees
//   STACK    hands out bytes of its stack as a cell, which it then frees
//   CAPTIONS declares a column that no row has
//   ENDLESS  counts its directories by a counter that never gets there
//   ENVIRON  takes its separator from the environment
//   OUTSIDE  writes a file that is in no directory of its own

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "schema.h"

typedef exports_chipmunk_parser_parser_parse_return_t item_t;

#if defined(DEFECT_DEFAULT)
static uint8_t separator = ':';
#else
static uint8_t separator = ' ';
#endif
static size_t rows;

#if defined(DEFECT_CAPTIONS)
#define COLUMNS 3
#else
#define COLUMNS 2
#endif

#if defined(DEFECT_ENDLESS)
#define ITEMS 2
#else
#define ITEMS 1
#endif

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
    *ret = (exports_chipmunk_parser_parser_version_t){0, 0, 1};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    ret->len = ITEMS;
    ret->ptr = calloc(ITEMS, sizeof *ret->ptr);
    schema_set(&ret->ptr[0], "separator", "Separator", "One byte between the two columns");
    ret->ptr[0].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    ret->ptr[0].input_type.val.text = text_of(" ");
#if defined(DEFECT_ENDLESS)
    schema_set(&ret->ptr[1], "folders", "Folders", "Directories to look at");
    ret->ptr[1].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_DIRECTORIES;
#endif
}

void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    static const char *const captions[] = {"First", "Rest", "Level"};
    chipmunk_parser_parse_types_columns_render_options_t *options = &ret->columns_options.val;
    ret->columns_options.is_some = true;
    options->min_width = 30;
    options->max_width = 600;
    options->columns.len = COLUMNS;
    options->columns.ptr = calloc(COLUMNS, sizeof *options->columns.ptr);
    for (size_t at = 0; at < COLUMNS; at++) {
        chipmunk_parser_parse_types_column_info_t *column = &options->columns.ptr[at];
        column->caption = text_of(captions[at]);
        column->description = text_of("A part of the line");
        column->width = -1;
#if defined(DEFECT_LITERAL)
        parse_string_set(&column->description, captions[at]);
#endif
    }
}

bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    const config_value *value = config_find(items, "separator");
    bool good = value == NULL || value->val.text.len == 1;
    if (value != NULL && good) {
        separator = value->val.text.ptr[0];
    }
#if defined(DEFECT_ENDLESS)
    const config_value *folders = config_find(items, "folders");
    volatile uint64_t count = folders == NULL ? 0 : folders->val.directories.len;
    for (uint64_t at = 0; at < count; count++) {
    }
#elif defined(DEFECT_ENVIRON)
    const char *own = getenv("SEPARATOR");
    separator = own == NULL ? separator : (uint8_t)*own;
#elif defined(DEFECT_OUTSIDE)
    int notes = open("/var/tmp/notes.txt", O_CREAT | O_WRONLY, 0600);
    if (notes >= 0) {
        close(notes);
    }
#endif
    exports_chipmunk_parser_parser_list_config_item_free(items);
#if defined(DEFECT_BREAKS)
    if (!good) {
        __builtin_trap();
    }
#endif
    if (!good) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_CONFIG;
#if defined(DEFECT_REFUSAL)
        parse_string_set(&err->val.config, "the separator is to be one byte");
#else
        err->val.config = text_of("the separator is to be one byte");
#endif
    }
    return good;
}

// ASCII as it is, all else as a question mark: text of that many bytes, whatever the input.
static parse_string_t cell(const uint8_t *bytes, size_t length) {
    parse_string_t text = {malloc(length), length};
    for (size_t at = 0; at < length; at++) {
        text.ptr[at] = bytes[at] < 0x80 && bytes[at] != 4 ? bytes[at] : '?';
    }
    return text;
}

static __attribute__((unused)) parse_string_t number(uint64_t value) {
    uint8_t digits[20];
    size_t from = sizeof digits;
    do {
        digits[--from] = (uint8_t)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    return cell(digits + from, sizeof digits - from);
}

static void set_row(item_t *item, const uint8_t *line, size_t length) {
    parse_list_string_t *cells = &item->value.val.val.message.val.columns;
    const uint8_t *border = memchr(line, separator, length);
    size_t first = border == NULL ? length : (size_t)(border - line);
    size_t rest = border == NULL ? length : first + 1;
    item->value.is_some = true;
    item->value.val.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_YIELD_MESSAGE;
    item->value.val.val.message.tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSED_MESSAGE_COLUMNS;
    cells->len = 2;
    cells->ptr = malloc(2 * sizeof *cells->ptr);
    cells->ptr[0] = cell(line, first);
    cells->ptr[1] = cell(line + rest, length - rest);
    rows++;
#if defined(DEFECT_COLUMNS)
    if (rows % 3 == 0) {
        free(cells->ptr[1].ptr);
        cells->len = 1;
    }
#elif defined(DEFECT_LATER)
    if (rows == 5000) {
        __builtin_trap();
    }
#elif defined(DEFECT_CONSTANT)
    if (rows % 5 == 0) {
        free(cells->ptr[0].ptr);
        parse_string_set(&cells->ptr[0], "every fifth");
    }
#elif defined(DEFECT_VARIABLE)
    static uint8_t buffer[4096];
    if (rows == 1) {
        size_t kept = first < sizeof buffer ? first : sizeof buffer;
        memcpy(buffer, cells->ptr[0].ptr, kept);
        free(cells->ptr[0].ptr);
        cells->ptr[0] = (parse_string_t){buffer, kept};
    }
#elif defined(DEFECT_RANDOM)
    uint64_t value;
    getentropy(&value, sizeof value);
    free(cells->ptr[0].ptr);
    cells->ptr[0] = number(value);
#elif defined(DEFECT_CLOCK)
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    free(cells->ptr[0].ptr);
    cells->ptr[0] = number((uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec);
#elif defined(DEFECT_PRINTS)
    write(STDOUT_FILENO, "a row\n", 6);
#elif defined(DEFECT_READS)
    char byte;
    read(STDIN_FILENO, &byte, 1);
#endif
}

// Takes one line, or what the variant makes of a line without its end; 0 where there is nothing.
static size_t take(const uint8_t *data, size_t length, item_t *item) {
    const uint8_t *feed = memchr(data, '\n', length);
    size_t taken = feed == NULL ? 0 : (size_t)(feed - data) + 1;
    if (taken > 0) {
        set_row(item, data, taken - 1);
    }
#if defined(DEFECT_CHUNKS)
    if (taken == 0 && length > 0) {
        set_row(item, data, length);
        taken = length;
    }
#elif defined(DEFECT_LAST)
    if (taken == 0 && length > 0) {
        set_row(item, data, length - 1);
        taken = length;
    }
#elif defined(DEFECT_TAIL)
    if (taken == 0 && length > 0) {
        item->value.is_some = false;
        taken = length;
    }
#endif
    item->consumed = taken;
    return taken;
}

static __attribute__((unused)) void deny(item_t *items, size_t count) {
#if defined(DEFECT_ZERO)
    for (size_t at = 0; at < count; at++) {
        items[at].consumed = 0;
    }
#elif defined(DEFECT_EXCESS)
    items[count - 1].consumed += 1 << 20;
#endif
}

bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *timestamp,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
#if defined(DEFECT_EMPTY)
    if (data->len == 0) {
        __builtin_trap();
    }
#elif defined(DEFECT_NOTHING)
    *ret = (exports_chipmunk_parser_parser_list_parse_return_t){NULL, 0};
    return true;
#endif
    size_t room = 0;
    size_t count = 0;
    size_t at = 0;
    item_t *items = NULL;
    for (size_t taken = 1; taken > 0 && at < data->len; at += taken) {
        if (count == room) {
            room = room == 0 ? 64 : room * 2;
            items = realloc(items, room * sizeof *items);
        }
        taken = take(data->ptr + at, data->len - at, &items[count]);
        count += taken > 0;
    }
    parse_list_u8_free(data);
#if defined(DEFECT_STACK)
    uint8_t bytes[100];
    if (count > 0) {
        parse_string_t *last = &items[count - 1].value.val.val.message.val.columns.ptr[0];
        size_t kept = last->len < sizeof bytes ? last->len : sizeof bytes;
        for (volatile size_t by = 0; by < kept; by++) {
            ((volatile uint8_t *)bytes)[by] = last->ptr[by];
        }
        free(last->ptr);
        *last = (parse_string_t){bytes, kept};
    }
#endif
    if (count == 0) {
        free(items);
#if defined(DEFECT_SILENT)
        *ret = (exports_chipmunk_parser_parser_list_parse_return_t){NULL, 0};
        return true;
#endif
        err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_INCOMPLETE;
        return false;
    }
    deny(items, count);
    *ret = (exports_chipmunk_parser_parser_list_parse_return_t){items, count};
    return true;
}
