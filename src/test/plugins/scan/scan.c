// A parser that does nothing, in several variants: each is a plugin that a scan of a folder may
// meet, and that shows its fault before it is ever configured. The variant is a definition given to
// the compiler; without one it is a good plugin (used under another version of the interface).

#include <stdlib.h>
#include <string.h>

#include "parse.h"

// Not every variant has texts.
static __attribute__((unused)) parse_string_t text_of(const char *literal) {
    parse_string_t text;
    parse_string_dup(&text, literal);
    return text;
}

void exports_chipmunk_parser_parser_get_version(exports_chipmunk_parser_parser_version_t *ret) {
#if defined(SCAN_LOOP)
    volatile int forever = 1;
    while (forever) {
    }
#elif defined(SCAN_TRAP)
    __builtin_trap();
#elif defined(SCAN_GROW)
    while (__builtin_wasm_memory_grow(0, 16) != (size_t)-1) {
    }
    __builtin_trap();
#endif
    *ret = (exports_chipmunk_parser_parser_version_t){1, 2, 3};
}

void exports_chipmunk_parser_parser_get_config_schemas(
    exports_chipmunk_parser_parser_list_config_schema_item_t *ret) {
    ret->ptr = NULL;
    ret->len = 0;
#if defined(SCAN_SETTINGS)
    // One more than Chipmunk's manager accepts.
    ret->len = 101;
    ret->ptr = calloc(ret->len, sizeof *ret->ptr);
    for (size_t at = 0; at < ret->len; at++) {
        char id[] = "s000";
        id[1] = (char)('0' + at / 100);
        id[2] = (char)('0' + at / 10 % 10);
        id[3] = (char)('0' + at % 10);
        ret->ptr[at].id = text_of(id);
        ret->ptr[at].title = text_of("One of many");
    }
#elif defined(SCAN_HTML)
    // Texts a page must show as they are.
    ret->len = 1;
    ret->ptr = calloc(1, sizeof *ret->ptr);
    ret->ptr->id = text_of("\"><script>alert(1)</script>");
    ret->ptr->title = text_of("<b>bold</b> & \"quoted\"");
    ret->ptr->description.is_some = true;
    ret->ptr->description.val = text_of("<img src=x onerror=alert(1)>");
#endif
}

void exports_chipmunk_parser_parser_get_render_options(
    exports_chipmunk_parser_parser_render_options_t *ret) {
    ret->columns_options.is_some = false;
}

bool exports_chipmunk_parser_parser_init(
    exports_chipmunk_parser_parser_parser_config_t *general,
    exports_chipmunk_parser_parser_list_config_item_t *items,
    exports_chipmunk_parser_parser_init_error_t *err) {
    exports_chipmunk_parser_parser_list_config_item_free(items);
    return true;
}

bool exports_chipmunk_parser_parser_parse(
    parse_list_u8_t *data, uint64_t *timestamp,
    exports_chipmunk_parser_parser_list_parse_return_t *ret,
    exports_chipmunk_parser_parser_parse_error_t *err) {
    parse_list_u8_free(data);
    err->tag = CHIPMUNK_PARSER_PARSE_TYPES_PARSE_ERROR_EOF;
    return false;
}
