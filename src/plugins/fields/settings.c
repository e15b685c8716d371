#include "settings.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_COUNT 5

enum { SEPARATOR, COLUMNS, COUNT, HEADER, QUOTES, ITEMS };

static const char *const ids[ITEMS] = {"separator", "columns", "count", "header", "quotes"};

fields_settings settings;

// Captions for columns nobody named: c1, c2, …
static void number_columns(size_t count) {
    char *at = settings.captions;
    for (size_t column = 1; column <= count; column++) {
        *at++ = 'c';
        if (column >= 100) *at++ = (char)('0' + column / 100);
        if (column >= 10) *at++ = (char)('0' + column / 10 % 10);
        *at++ = (char)('0' + column % 10);
        *at++ = 0;
    }
    settings.columns = count;
}

void settings_defaults(void) {
    settings.rules = (record_rules){',', 1};
    settings.header = 0;
    number_columns(DEFAULT_COUNT);
}

void settings_schema(exports_chipmunk_parser_parser_list_config_schema_item_t *items) {
    items->len = ITEMS;
    items->ptr = calloc(ITEMS, sizeof(schema_item));
    schema_item *item = items->ptr;
    schema_set(&item[SEPARATOR], ids[SEPARATOR], "Separator",
               "The character between two fields, for a tab write \\t");
    item[SEPARATOR].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    item[SEPARATOR].input_type.val.text = text_of(",");
    schema_set(&item[COLUMNS], ids[COLUMNS], "Columns",
               "The captions of the columns, with commas between them. Empty: c1, c2 and so on");
    item[COLUMNS].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    item[COLUMNS].input_type.val.text = text_of("");
    schema_set(&item[COUNT], ids[COUNT], "Number of columns",
               "From 1 to 100; counts only if no captions are given");
    item[COUNT].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_INTEGER;
    item[COUNT].input_type.val.integer = DEFAULT_COUNT;
    schema_set(&item[HEADER], ids[HEADER], "First record is a header",
               "Leaves out the first record of the log");
    item[HEADER].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_BOOLEAN;
    item[HEADER].input_type.val.boolean = false;
    schema_set(&item[QUOTES], ids[QUOTES], "Quoted fields",
               "A field in double quotes may hold separators, line feeds and doubled quotes");
    item[QUOTES].input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_BOOLEAN;
    item[QUOTES].input_type.val.boolean = true;
}

static const char *read_separator(const parse_string_t *text) {
    if (text_is(text, "\\t")) {
        settings.rules.separator = '\t';
        return NULL;
    }
    uint8_t byte = text->len == 1 ? text->ptr[0] : '\n';
    if (byte >= 0x80 || byte == '\n' || byte == '\r' || byte == '"') {
        return "the setting 'separator' wants one ASCII character, not a quote or a line end";
    }
    settings.rules.separator = byte;
    return NULL;
}

// Copies the captions without the blanks around them.
static const char *read_captions(const parse_string_t *text) {
    if (text->len == 0) {
        return NULL;
    }
    if (text->len + 2 > MOST_CAPTION_BYTES) {
        return "the setting 'columns' is longer than 8 KiB";
    }
    char *to = settings.captions;
    char *caption = to;
    settings.columns = 0;
    for (size_t at = 0; at <= text->len; at++) {
        char byte = at < text->len ? (char)text->ptr[at] : ',';
        if (byte == ',') {
            while (to > caption && to[-1] == ' ') to--;
            if (to == caption) return "the setting 'columns' has an empty caption";
            *to++ = 0;
            caption = to;
            if (++settings.columns > MOST_COLUMNS) return "there are more than 100 columns";
        } else if (byte != ' ' || to > caption) {
            *to++ = byte == 0 ? ' ' : byte;
        }
    }
    return NULL;
}

static const char *read_count(int32_t count) {
    if (count < 1 || count > MOST_COLUMNS) {
        return "the setting 'count' wants a number from 1 to 100";
    }
    number_columns((size_t)count);
    return NULL;
}

static const char *read_item(const char *id, const config_value *value) {
    switch (value->tag) {
    case CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_VALUE_TEXT:
        if (strcmp(id, ids[SEPARATOR]) == 0) return read_separator(&value->val.text);
        if (strcmp(id, ids[COLUMNS]) == 0) return read_captions(&value->val.text);
        break;
    case CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_VALUE_INTEGER:
        if (strcmp(id, ids[COUNT]) == 0) return read_count(value->val.integer);
        break;
    case CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_VALUE_BOOLEAN:
        if (strcmp(id, ids[HEADER]) == 0) return settings.header = value->val.boolean, NULL;
        if (strcmp(id, ids[QUOTES]) == 0) return settings.rules.quotes = value->val.boolean, NULL;
        break;
    }
    return "a setting has a value of the wrong kind";
}

const char *settings_read(const config_items *items) {
    settings_defaults();
    size_t known = 0;
    // Captions are read after the number of columns, whatever order the host sends: they prevail.
    static const int order[ITEMS] = {COUNT, SEPARATOR, COLUMNS, HEADER, QUOTES};
    for (size_t at = 0; at < ITEMS; at++) {
        const char *id = ids[order[at]];
        const config_value *value = config_find(items, id);
        const char *wrong = value == NULL ? NULL : read_item(id, value);
        if (wrong != NULL) return wrong;
        known += value != NULL;
    }
    if (known < items->len) {
        return "there is a setting too many or twice; "
               "the settings are: separator, columns, count, header, quotes";
    }
    return NULL;
}
