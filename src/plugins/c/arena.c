// The allocator of the C plugins.
//
// A parser's memory has one rhythm: the host brings a slice, the parser makes thousands of small
// strings of it, the host reads them and gives all of them back at once. So blocks are cut off the
// front of free memory one after another, and when the last one has been given back everything is
// free again. That is several times cheaper than a general allocator, and there is nothing to
// fragment.
//
// It follows that a plugin must not keep blocks between calls; what it has to remember it keeps in
// static variables. The functions below take the place of the C library's.

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PAGE 65536
#define ALIGNMENT 8

// The linker's word for where free memory starts.
extern unsigned char __heap_base;

static uintptr_t top;
static size_t live;

static uintptr_t aligned(uintptr_t address) {
    return (address + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1);
}

// Makes memory reach up to `end`, or says that the host allows no more.
static int reach(uintptr_t end) {
    uintptr_t have = __builtin_wasm_memory_size(0);
    uintptr_t want = end / PAGE + 1;
    return want <= have || __builtin_wasm_memory_grow(0, want - have) != (size_t)-1;
}

void *malloc(size_t size) {
    if (live == 0) {
        top = aligned((uintptr_t)&__heap_base);
    }
    uintptr_t end = top + size;
    if (end < top || end > UINTPTR_MAX - PAGE || !reach(end)) {
        return NULL;
    }
    void *block = (void *)top;
    top = aligned(end);
    live++;
    return block;
}

void free(void *block) {
    if (block != NULL) {
        live--;
    }
}

// A block does not know its size. What follows it up to the top is copied at most, which may be
// more than the block held, and never less.
void *realloc(void *block, size_t size) {
    if (block == NULL) {
        return malloc(size);
    }
    size_t behind = top - (uintptr_t)block;
    void *moved = malloc(size);
    if (moved != NULL) {
        memcpy(moved, block, behind < size ? behind : size);
        free(block);
    }
    return moved;
}

void *calloc(size_t count, size_t size) {
    size_t all;
    if (__builtin_mul_overflow(count, size, &all)) {
        return NULL;
    }
    void *block = malloc(all);
    return block == NULL ? NULL : memset(block, 0, all);
}

void *aligned_alloc(size_t alignment, size_t size) {
    return alignment <= ALIGNMENT ? malloc(size) : NULL;
}
