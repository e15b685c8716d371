// An allocator whose heap is a variable, and which looks at what it frees: unusual, and no defect.
// All is free again when the last block has been freed.

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ROOM (24u << 20)
#define SEAL 0x5ea1edu
#define HEADER 16

static uint8_t heap[ROOM] __attribute__((aligned(16)));
static size_t top;
static size_t live;

void *malloc(size_t size) {
    if (live == 0) {
        top = 0;
    }
    size_t whole = HEADER + ((size + 15) & ~(size_t)15);
    if (size > ROOM || whole > ROOM - top) {
        return NULL;
    }
    uint8_t *block = heap + top + HEADER;
    uint32_t header[] = {SEAL, (uint32_t)size};
    memcpy(block - sizeof header, header, sizeof header);
    top += whole;
    live++;
    return block;
}

void free(void *block) {
    if (block != NULL) {
        uint32_t header[2];
        memcpy(header, (uint8_t *)block - sizeof header, sizeof header);
        if (header[0] != SEAL) {
            __builtin_trap();
        }
        live--;
    }
}

void *realloc(void *block, size_t size) {
    void *moved = malloc(size);
    if (moved != NULL && block != NULL) {
        uint32_t header[2];
        memcpy(header, (uint8_t *)block - sizeof header, sizeof header);
        memcpy(moved, block, header[1] < size ? header[1] : size);
        free(block);
    }
    return moved;
}

void *calloc(size_t count, size_t size) {
    void *block = malloc(count * size);
    return block == NULL ? NULL : memset(block, 0, count * size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    return alignment <= HEADER ? malloc(size) : NULL;
}
