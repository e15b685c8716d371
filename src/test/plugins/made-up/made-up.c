// A parser of the made-up interface: an entry of each line, severe where it begins with '!'. Nothing but
// the compiler is needed; made into a component with wasm-tools, in this folder:
//
//   clang --target=wasm32 -O2 -mno-bulk-memory -nostdlib -Wl,--no-entry -Wl,--strip-debug made-up.c -o made-up.core.wasm
//   wasm-tools component embed made-up.wit made-up.core.wasm -o made-up.embedded.wasm
//   wasm-tools component new made-up.embedded.wasm | wasm-tools strip -a -o made-up.wasm

#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define PARSER "chipmunk:parser/parser@0.7.0#"

__attribute__((import_module("chipmunk:parser/notes@0.7.0"), import_name("note")))
extern void note(uint32_t severity, const char *text, size_t length);

typedef struct { uint8_t severity; const uint8_t *text; size_t text_length; uint32_t length; } entry_t;
typedef struct { entry_t *entries; size_t count; uint8_t more; } parsed_t;

static uint8_t heap[4 << 20] __attribute__((aligned(8)));
static size_t used;

static void *take(size_t bytes) {
    void *block = heap + used;
    used += (bytes + 7) & ~(size_t)7;
    if (used > sizeof heap) {
        __builtin_trap();
    }
    return block;
}

EXPORT("cabi_realloc") void *cabi_realloc(void *old, size_t before, size_t align, size_t bytes) {
    return take(bytes);
}

EXPORT(PARSER "about") void *about(void) {
    static struct { const char *text; size_t length; } result = {"3.2.1", 5};
    return &result;
}

EXPORT(PARSER "start") int start(void) {
    note(2, "started", 7);
    return 1;
}

EXPORT(PARSER "parse") parsed_t *parse(const uint8_t *data, size_t length) {
    static parsed_t parsed;
    size_t start = 0;
    parsed = (parsed_t){take(0), 0, 0};
    for (size_t at = 0; at < length; at++) {
        if (data[at] == '\n') {
            int severe = data[start] == '!';
            take(sizeof(entry_t));
            parsed.entries[parsed.count++] = (entry_t){
                severe ? 0 : 2, data + start + severe, at - start - severe, at + 1 - start};
            start = at + 1;
        }
    }
    parsed.more = start < length;
    return &parsed;
}

EXPORT("cabi_post_" PARSER "parse") void parsed_free(parsed_t *parsed) {
    used = 0;
}
