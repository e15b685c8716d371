// What a user may configure.
#ifndef SETTINGS_H
#define SETTINGS_H

#include "record.h"
#include "schema.h"

// As many columns as Chipmunk's manager accepts.
#define MOST_COLUMNS 100
#define MOST_CAPTION_BYTES 8192

// The settings of this instance. Captions lie one behind another in `captions`, each ending in 0.
typedef struct {
    record_rules rules;
    int header;
    size_t columns;
    char captions[MOST_CAPTION_BYTES];
} fields_settings;

extern fields_settings settings;

// Settings as they are when a user touches none.
void settings_defaults(void);

void settings_schema(exports_chipmunk_parser_parser_list_config_schema_item_t *items);

// Reads what the user chose. Returns NULL, or what is wrong with it.
const char *settings_read(const config_items *items);

#endif
