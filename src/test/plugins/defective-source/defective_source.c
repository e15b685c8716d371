// A byte source of digits, in variants with one defect each. The variant is a definition given to the
// compiler; without one the byte source is sound. Names and defects:
//
//   BUFFER  hands out a static buffer, which it then frees
//   BLOCKS  forgets what of a block was not asked for
//   ZERO    traps on a read of no bytes
//   RANDOM  gives random bytes
//   PRINTS  prints to standard output
//   EXCESS  gives one byte more than was asked for

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytesource.h"

#define TOTAL 20000
#define BLOCK 4096

static uint64_t position;

void exports_chipmunk_bytesource_byte_source_get_version(
    exports_chipmunk_bytesource_byte_source_version_t *ret) {
    *ret = (exports_chipmunk_bytesource_byte_source_version_t){0, 0, 1};
}

void exports_chipmunk_bytesource_byte_source_get_config_schemas(
    exports_chipmunk_bytesource_byte_source_list_config_schema_item_t *ret) {
    ret->len = 0;
    ret->ptr = NULL;
}

bool exports_chipmunk_bytesource_byte_source_init(
    exports_chipmunk_bytesource_byte_source_source_config_t *general,
    exports_chipmunk_bytesource_byte_source_list_config_item_t *items,
    exports_chipmunk_bytesource_byte_source_init_error_t *err) {
    exports_chipmunk_bytesource_byte_source_list_config_item_free(items);
    return true;
}

static uint8_t next_byte(void) {
    uint8_t byte = (uint8_t)('0' + position++ % 10);
#if defined(DEFECT_RANDOM)
    getentropy(&byte, 1);
#endif
    return byte;
}

bool exports_chipmunk_bytesource_byte_source_read(
    uint64_t len, bytesource_list_u8_t *ret,
    exports_chipmunk_bytesource_byte_source_source_error_t *err) {
#if defined(DEFECT_ZERO)
    if (len == 0) {
        __builtin_trap();
    }
#elif defined(DEFECT_PRINTS)
    write(STDOUT_FILENO, "a read\n", 7);
#elif defined(DEFECT_EXCESS)
    len++;
#endif
    uint64_t left = position < TOTAL ? TOTAL - position : 0;
    ret->len = (size_t)(len < left ? len : left);
    ret->len = ret->len < BLOCK ? ret->len : BLOCK;
#if defined(DEFECT_BUFFER)
    static uint8_t buffer[BLOCK];
    ret->ptr = buffer;
#else
    ret->ptr = malloc(ret->len);
#endif
    for (size_t at = 0; at < ret->len; at++) {
        ret->ptr[at] = next_byte();
    }
#if defined(DEFECT_BLOCKS)
    position += ret->len == 0 ? 0 : BLOCK - ret->len;
#endif
    return true;
}
