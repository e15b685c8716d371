// A byte source that goes wrong in the way its one configuration item says, by the item's first letter.
// Nothing but the compiler is needed; made into a component with wasm-tools, where WIT is a copy of
// src/main/wit:
//
//   clang --target=wasm32 -O2 -mno-bulk-memory -nostdlib -Wl,--no-entry -Wl,--strip-debug faulty-source.c -o core.wasm
//   wasm-tools component embed --world chipmunk:bytesource/bytesource@0.1.0 WIT core.wasm -o embedded.wasm
//   wasm-tools component new embedded.wasm | wasm-tools strip -a -o faulty-source.wasm

#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define SOURCE "chipmunk:bytesource/byte-source@0.1.0#"

__attribute__((import_module("chipmunk:shared/logging@0.1.0"), import_name("log")))
extern void log_message(uint32_t level, const char *text, size_t length);

typedef struct { const char *text; size_t length; } string_t;
typedef struct {
    string_t id, title;
    uint32_t has_description;
    string_t description;
    uint32_t type;
    string_t initial;
    uint32_t unused[2];
} schema_item_t;
typedef struct { string_t id; uint32_t type; string_t value; } config_item_t;
typedef struct { uint32_t is_error; union { string_t data; struct { uint32_t tag; string_t text; } error; } value; } read_t;

static uint8_t heap[4 << 20] __attribute__((aligned(8)));
static size_t used;
static char mode = 'n';
static uint32_t next;
static uint32_t reads;

EXPORT("cabi_realloc") void *cabi_realloc(void *old, size_t before, size_t align, size_t bytes) {
    void *block = heap + used;
    used += (bytes + 7) & ~(size_t)7;
    if (used > sizeof heap) {
        __builtin_trap();
    }
    return block;
}

EXPORT(SOURCE "get-version") void *get_version(void) {
    static uint16_t version[3] = {0, 0, 1};
    return version;
}

EXPORT(SOURCE "get-config-schemas") void *get_config_schemas(void) {
    static schema_item_t item = {
        {"fault", 5}, {"Fault", 5}, 1, {"What goes wrong", 15}, 3, {"none", 4}, {0, 0}};
    static struct { schema_item_t *items; size_t count; } list = {&item, 1};
    return &list;
}

EXPORT(SOURCE "init") void *init(uint32_t level, config_item_t *items, size_t count) {
    static uint32_t result[4];
    mode = items[0].value.text[0];
    log_message(2, "ready", 5);
    return result;
}

static size_t length_of(uint64_t wanted) {
    switch (mode) {
    case 'l': return wanted + 7;                           // longer than asked
    case 's': return wanted < 3 ? wanted : 3;              // short
    case 'h': return reads % 2 ? 0 : wanted < 5 ? wanted : 5; // halting: every second read is empty
    case 'e': return 0;                                    // empty
    default: return wanted < 100000 ? wanted : 100000;
    }
}

// The bytes count 0 to 255 again and again, so that none is lost or doubled unseen; 1,000 in all.
EXPORT(SOURCE "read") read_t *read(uint64_t wanted) {
    static read_t result;
    volatile int forever = 1;
    used = 0;
    log_message(1, "reading", 7);
    reads++;
    if (mode >= '0' && mode <= '2') {
        result.is_error = 1;
        result.value.error.tag = mode - '0';
        result.value.error.text = (string_t){"told by the source", 18};
        return &result;
    }
    if (mode == 't') {
        __builtin_trap();
    }
    while (mode == 'f' && forever) {
    }
    size_t length = length_of(wanted);
    if (length > 1000 - next) {
        length = 1000 - next;
    }
    uint8_t *data = cabi_realloc(0, 0, 1, length);
    for (size_t at = 0; at < length; at++) {
        data[at] = next++;
    }
    result.is_error = 0;
    result.value.data = (string_t){(const char *)data, length};
    return &result;
}
