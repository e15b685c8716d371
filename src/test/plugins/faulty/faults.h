// The ways in which this plugin goes wrong, by the name a test configures.
#ifndef FAULTS_H
#define FAULTS_H

#include "parse.h"
#include "schema.h"

typedef exports_chipmunk_parser_parser_parse_return_t item_t;
typedef exports_chipmunk_parser_parser_list_parse_return_t items_t;
typedef exports_chipmunk_parser_parser_parse_error_t parse_error_t;

// In the order of the names in faults.c.
typedef enum {
    NONE,
    TRAP, TRAP_LATER, LOOP, RECURSE, GROW,
    INIT_CONFIG, INIT_IO, INIT_UNSUPPORTED, INIT_OTHER, TRAP_INIT, LOOP_INIT,
    PARSE_ERROR, UNRECOVERABLE, INCOMPLETE, END,
    ZERO, CONSUME_ZERO, OVER_CONSUME, HUGE_CONSUME, TOO_FEW_COLUMNS, TOO_MANY_COLUMNS,
    TEMP, LOG_FLOOD, STDOUT, ENV, OPEN_OUTSIDE,
    BAD_UTF8, BAD_POINTER, HUGE_LIST, BAD_CASE, ATTACHMENT,
    LOG_FOREVER, SLEEP, FILL, PRINT_AND_TRAP, BAD_ATTACHMENTS, MILLION,
    FAULTS
} fault_t;

extern const char *const fault_names[FAULTS];

// The chosen fault; FAULTS if the name is none of them.
fault_t fault_named(const parse_string_t *name);

// Rows in the making. All memory for them comes from the C library and goes back by the host's
// call of post-return.
item_t *add_item(items_t *items, uint64_t consumed);
void add_line(items_t *items, const char *text, size_t length, uint64_t consumed);

// Adds a row from a format; the first row of a call takes all of the slice, the others nothing.
void add_row(items_t *items, size_t slice, const char *format, ...);

// Faults that look around: at their folder, the environment, the outside.
void look_at_temp(items_t *items, size_t slice);
void look_at_env(items_t *items, size_t slice);
void look_outside(items_t *items, size_t slice);

// Faults in the rows that are handed out.
void bad_rows(fault_t fault, items_t *items, size_t slice);

// Faults that end the call in a trap, or never.
void run_away(fault_t fault);

#endif
