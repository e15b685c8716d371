#include "schema.h"

#include <string.h>

parse_string_t text_of(const char *literal) {
    parse_string_t text;
    parse_string_dup(&text, literal);
    return text;
}

void schema_set(schema_item *item, const char *id, const char *title, const char *description) {
    item->id = text_of(id);
    item->title = text_of(title);
    item->description.is_some = true;
    item->description.val = text_of(description);
}

const config_value *config_find(const config_items *items, const char *id) {
    for (size_t at = 0; at < items->len; at++) {
        if (text_is(&items->ptr[at].id, id)) {
            return &items->ptr[at].value;
        }
    }
    return NULL;
}

int text_is(const parse_string_t *text, const char *literal) {
    size_t length = strlen(literal);
    return text->len == length && memcmp(text->ptr, literal, length) == 0;
}
