// A byte source that answers each read as its script says: "d" and a number of bytes (also len, len+1
// and half, of what was asked for), empty, io, unsupported, other, trap or loop. The script is read as
// in ../scripted/script.h; behind its end there is nothing. The bytes repeat a configured text.

#include <stdlib.h>
#include <string.h>

#include "../scripted/script.h"
#include "bytesource.h"

#define OUTSIDE ((uint8_t *)0xfffffff0u)

typedef exports_chipmunk_bytesource_byte_source_config_schema_item_t schema_item;
typedef exports_chipmunk_bytesource_byte_source_source_error_t source_error;

static bytesource_string_t content;
static uint64_t position;

static bytesource_string_t text_of(const char *literal) {
    bytesource_string_t text;
    bytesource_string_dup(&text, literal);
    return text;
}

void exports_chipmunk_bytesource_byte_source_get_version(
    exports_chipmunk_bytesource_byte_source_version_t *ret) {
    *ret = (exports_chipmunk_bytesource_byte_source_version_t){0, 0, 1};
}

static void set_schema(schema_item *item, const char *id, const char *initial) {
    item->id = text_of(id);
    item->title = text_of(id);
    item->description.is_some = false;
    item->input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_TEXT;
    item->input_type.val.text = text_of(initial);
}

void exports_chipmunk_bytesource_byte_source_get_config_schemas(
    exports_chipmunk_bytesource_byte_source_list_config_schema_item_t *ret) {
    ret->len = 2;
    ret->ptr = calloc(ret->len, sizeof *ret->ptr);
    set_schema(&ret->ptr[0], "script", "");
    set_schema(&ret->ptr[1], "text", "0123456789");
}

bool exports_chipmunk_bytesource_byte_source_init(
    exports_chipmunk_bytesource_byte_source_source_config_t *general,
    exports_chipmunk_bytesource_byte_source_list_config_item_t *items,
    exports_chipmunk_bytesource_byte_source_init_error_t *err) {
    for (size_t at = 0; at < items->len; at++) {
        bytesource_string_t *value = &items->ptr[at].value.val.text;
        if (script_is((const char *)items->ptr[at].id.ptr, items->ptr[at].id.len, "script")) {
            script_set(value->ptr, value->len);
        } else {
            bytesource_string_dup_n(&content, (const char *)value->ptr, value->len);
        }
    }
    exports_chipmunk_bytesource_byte_source_list_config_item_free(items);
    return true;
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
static bool is_error(const char *answer, size_t length, source_error *err) {
    // In the order of the cases of source-error.
    static const char *const kinds[] = {"io", "unsupported", "other"};
    for (uint8_t kind = 0; kind < 3; kind++) {
        if (script_is(answer, length, kinds[kind])) {
            err->tag = kind;
            err->val.other = text_of("as scripted");
            return true;
        }
    }
    return false;
}

bool exports_chipmunk_bytesource_byte_source_read(
    uint64_t len, bytesource_list_u8_t *ret,
    exports_chipmunk_bytesource_byte_source_source_error_t *err) {
    size_t length;
    const char *answer = script_answer(&length);
    run_away(answer, length);
    if (is_error(answer, length, err)) {
        return false;
    }
    *ret = (bytesource_list_u8_t){NULL, 0};
    script_item item;
    if (*answer == 'x') {
        *ret = (bytesource_list_u8_t){OUTSIDE, 100};
    } else if (*answer == 'd' && script_item_next(&answer, &length, (size_t)len, &item)) {
        ret->len = (size_t)item.consumed;
        ret->ptr = malloc(ret->len);
        for (size_t at = 0; at < ret->len; at++) {
            ret->ptr[at] = content.ptr[position++ % content.len];
        }
    }
    return true;
}
