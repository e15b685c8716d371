// Short ways to say what a plugin offers and to read what a user chose.
#ifndef SCHEMA_H
#define SCHEMA_H

#include "parse.h"

typedef exports_chipmunk_parser_parser_config_schema_item_t schema_item;
typedef exports_chipmunk_parser_parser_list_config_item_t config_items;
typedef chipmunk_shared_shared_types_config_value_t config_value;

// A copy the host may give back; a literal must not be handed out, since it cannot be freed.
parse_string_t text_of(const char *literal);

// Fills in what all settings have; the default is the caller's.
void schema_set(schema_item *item, const char *id, const char *title, const char *description);

// The value under that id, or NULL.
const config_value *config_find(const config_items *items, const char *id);

int text_is(const parse_string_t *text, const char *literal);

#endif
